using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;panel title="key" kind="next"&gt;…&lt;/panel&gt;</c>: a section with its heading.</summary>
[HtmlTargetElement("panel")]
public sealed class PanelTag(Texts.Texts texts) : TagHelper
{
    public string? Title { get; set; }

    public string? TitleText { get; set; }

    /// <summary>None, next (what to do now) or says (what the answers say).</summary>
    public string? Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var title = texts.Say(Title, TitleText);
        output.Become(title is null ? "div" : "section", Kind is null ? "panel" : "panel " + Kind);
        if (title is null)
            return;
        var id = (output.Attributes["id"]?.Value?.ToString() ?? "p" + context.UniqueId) + "-title";
        output.Set("aria-labelledby", id);
        output.PreContent.AppendHtml(El("h2", null, ("id", id)).Text(title));
    }
}
