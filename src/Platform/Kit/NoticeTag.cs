using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;notice tone="warn" title="key"&gt;…&lt;/notice&gt;</c>: something to know before going on.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTag(Texts texts) : TagHelper
{
    /// <summary>None, warn or danger.</summary>
    public string? Tone { get; set; }

    public string? Title { get; set; }

    public string? TitleText { get; set; }

    /// <summary>Says it to screen readers when it appears.</summary>
    public bool Live { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", Tone is null ? "notice" : "notice " + Tone);
        if (Live)
            output.Set("role", "status");
        if (texts.Say(Title, TitleText) is { } title)
            output.PreContent.AppendHtml(El("p").Add(El("strong").Text(title)));
    }
}
