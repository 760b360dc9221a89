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
public sealed class ErrorSummaryTag(Texts.Texts texts) : TagHelper
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

        var missing = state.Where(pair => pair.Value?.Errors.Count > 0).ToList();
        var refused = missing.All(pair => pair.Key.Length == 0);
        output.Become("div", "error-summary");
        output.Set("id", Id);
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Set("autofocus", "");
        output.Set("aria-labelledby", Id + "-title");
        output.Content.AppendHtml(El("h2", null, ("id", Id + "-title")).Text(texts[refused ? "summary.refused" : "summary.missing"]));
        foreach (var (key, entry) in missing)
        {
            foreach (var reason in entry!.Errors.Select(error => Question.Reason(error, texts)).Distinct())
                output.Content.AppendHtml(El("p").Add(Line(key, reason)));
        }
    }

    private IHtmlContent Line(string key, string reason) => key.Length == 0
        ? new HtmlContentBuilder().Append(reason)
        : El("a", null, ("href", "#" + Question.IdOf(key))).Text(NameOf(key) is { } name ? $"{name}: {reason}" : reason);

    /// <summary>The field's own name, where the model gives one by <c>[Display(Name = "key")]</c>: "falta" alone does not say which.</summary>
    private string? NameOf(string key)
    {
        var found = View.ViewData.ModelExplorer;
        foreach (var part in key.Split('.'))
        {
            if (found?.Metadata.Properties[part] is null)
                return null;
            found = found.GetExplorerForProperty(part);
        }

        return found?.Metadata.DisplayName;
    }
}
