using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;when at="…" /&gt;</c>: an instant in the country's time; nothing when there is none.</summary>
[HtmlTargetElement("when", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTag(Show show) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    /// <summary>day-time (default), near, time or day.</summary>
    public string As { get; set; } = "day-time";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("time");
        output.Set("datetime", show.Local(at).ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture));
        output.Content.Append(As switch
        {
            "time" => show.Time(at),
            "day" => show.Day(at),
            "near" => show.Near(at),
            "day-time" => show.DayTime(at),
            _ => throw new InvalidOperationException($"<when> knows no form \"{As}\"."),
        });
    }
}
