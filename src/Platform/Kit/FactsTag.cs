using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;facts&gt;</c>: a list of facts, each a <see cref="FactTag"/>; <c>cols</c> lays them side by side.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTag : TagHelper
{
    public bool Cols { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", Cols ? "facts cols" : "facts");
}
