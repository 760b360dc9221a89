using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;panel title="key" kind="next"&gt;…&lt;/panel&gt;</c>: a section with its heading.</summary>
[HtmlTargetElement("panel")]
public sealed class PanelTag(Texts texts) : TagHelper
{
    public string? Title { get; set; }

    public string? TitleText { get; set; }

    /// <summary>None, next (what to do now) or says (what the answers say).</summary>
    public string? Kind { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var title = texts.Say(Title, TitleText);
        output.Become(title is null ? "div" : "section", Kind is null ? "panel" : "panel " + Kind);
        if (title is null)
            return;
        var id = (output.Attributes["id"]?.Value?.ToString() ?? NextId()) + "-title";
        output.Set("aria-labelledby", id);
        output.PreContent.AppendHtml(El("h2", null, ("id", id)).Text(title));
    }

    // Counted on the page, so that a refreshed fragment has the same ids.
    private string NextId()
    {
        var number = View.HttpContext.Items[typeof(PanelTag)] is int last ? last + 1 : 1;
        View.HttpContext.Items[typeof(PanelTag)] = number;
        return "panel-" + number.ToString(CultureInfo.InvariantCulture);
    }
}
