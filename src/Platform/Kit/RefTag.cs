using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Amparo.Platform.Kit;

/// <summary>
/// <c>&lt;ref value="KX7-4QP" /&gt;</c>: a spoken reference. Screen readers spell it; an image role lets the label replace the text and
/// keeps copy and search as they are.
/// </summary>
[HtmlTargetElement("ref", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefTag : TagHelper
{
    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("b", "ref");
        output.Set("role", "img");
        output.Set("translate", "no");
        output.Set("aria-label", string.Join(", ", Value.Split('-').Select(part => string.Join(' ', part.AsEnumerable()))));
        output.Content.Append(Value);
    }
}
