using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;fact label="key"&gt;…&lt;/fact&gt;</c>: its name and what is known; empty content says that nothing is.</summary>
[HtmlTargetElement("fact")]
public sealed class FactTag(Texts texts) : TagHelper
{
    public string? Label { get; set; }

    public string? LabelText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div");
        output.Content.SetHtmlContent(El("dt").Text(texts.Say(Label, LabelText)));
        output.Content.AppendHtml(content.IsEmptyOrWhiteSpace
            ? El("dd", "muted").Text(texts["fact.unknown"])
            : El("dd").Add(content));
    }
}
