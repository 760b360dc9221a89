using System.Globalization;
using System.Text.Encodings.Web;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: what is missing, each with a link to its field, and the reasons of a refused act. It takes the focus
/// when the page comes back (autofocus needs no script), and is nothing when nothing is missing.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag(Texts texts) : TagHelper
{
    private const string Id = "error-summary";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = View.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var missing = state.Where(pair => pair.Value?.Errors.Count > 0)
            .Select(pair => (pair.Key, Reasons: pair.Value!.Errors.Select(error => Question.Reason(error, texts)).Distinct().ToList()))
            .ToList();
        var refused = missing.All(pair => pair.Key.Length == 0);
        output.Become("div", "error-summary");
        output.Set("id", Id);
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Set("autofocus", "");
        output.Set("aria-labelledby", Id + "-title");
        output.Content
            .AppendHtml(El("h2", null, ("id", Id + "-title")).Text(texts[refused ? "summary.refused" : "summary.missing"]))
            .AppendHtml(new Lines(missing, Asked.On(View.HttpContext)));
    }

    /// <summary>Written when the whole page is known: only then have the fields below said their names and their order.</summary>
    private sealed class Lines(List<(string Key, List<string> Reasons)> missing, Asked asked) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var (key, reasons) in missing.OrderBy(pair => pair.Key.Length == 0 ? -1 : asked.PlaceOf(pair.Key)))
            {
                foreach (var reason in reasons)
                    El("p").Add(Line(key, reason)).WriteTo(writer, encoder);
            }
        }

        private IHtmlContent Line(string key, string reason)
        {
            if (key.Length == 0)
                return new HtmlContentBuilder().Append(reason);
            var label = asked.LabelOf(key);
            var words = label is null ? reason : label.EndsWith('?') ? $"{label} {reason}" : $"{label}: {char.ToLower(reason[0], CultureInfo.CurrentCulture)}{reason[1..]}";
            return El("a", null, ("href", "#" + Question.IdOf(key))).Text(words);
        }
    }
}
