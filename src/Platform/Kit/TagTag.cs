using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;tag tone="warn"&gt;words&lt;/tag&gt;</c>: a state in a word or two. Danger is for a life in danger.</summary>
[HtmlTargetElement("tag")]
public sealed class TagTag : TagHelper
{
    /// <summary>None, on, warn or danger.</summary>
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become("span", Tone is null ? "tag" : "tag " + Tone);
}
