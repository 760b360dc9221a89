using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;clock face="…" /&gt;</c>: time left, the act, then the hour and the norm. Late is ochre, and says so in words.</summary>
[HtmlTargetElement("clock", Attributes = "face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTag(Show show, Texts texts) : TagHelper
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public ClockFace Face { get; set; } = null!;

    /// <summary>p (default), or li inside a list of clocks.</summary>
    public string As { get; set; } = "p";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var late = Face.Due is { } due && (Face.Stopped ?? show.Now) > due;
        output.Become(As, Face.Stopped is not null ? "clock done" : late ? "clock late" : "clock");
        if (Face.Stopped is { } stopped)
            Done(output, stopped, stopped - Face.Due);
        else if (Face.Due is { } deadline)
            Running(output, deadline, late);
        else
            output.Content.AppendHtml(El("b").Text(Face.Act)).AppendHtml(Small(texts["clock.none"]));
    }

    private void Done(TagHelperOutput output, DateTimeOffset stopped, TimeSpan? over)
    {
        output.Content.AppendHtml(El("b").Text($"✓ {Face.Act} {show.Near(stopped)}"));
        output.Content.AppendHtml(Small(over >= Minute ? texts["clock.done-late", show.Span(over.Value)] : null));
    }

    private void Running(TagHelperOutput output, DateTimeOffset due, bool late)
    {
        output.Set("data-due", due.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Set("data-left", texts["clock.left"]);
        output.Set("data-late", texts["clock.late"]);
        output.Content
            .AppendHtml(El("b").Text(texts[late ? "clock.late" : "clock.left", show.Span(due - show.Now)]))
            .Append(Face.Act)
            .AppendHtml(Small(texts[late ? "clock.was-due" : "clock.due", show.Near(due)]));
    }

    private TagBuilder Small(string? words) =>
        El("small").Text(string.Join(" · ", new[] { words, Face.Norm }.Where(part => !string.IsNullOrEmpty(part))));
}
