using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;timeline items="moments" /&gt;</c>: what happened, in the order given; the day is said once.</summary>
[HtmlTargetElement("timeline", Attributes = "items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTag(Show show) : TagHelper
{
    public IEnumerable<Moment> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "timeline");
        var day = DateOnly.MinValue;
        foreach (var moment in Items)
        {
            var today = DateOnly.FromDateTime(show.Local(moment.At).Date);
            var time = El("time", null, ("datetime", show.Local(moment.At).ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture)))
                .Text(today == day ? show.Time(moment.At) : $"{show.Day(moment.At)}, {show.Time(moment.At)}");
            day = today;
            var item = El("li", moment.Alarm ? "alarm" : moment.Key ? "key" : null)
                .Add(El("p", "small muted").Add(time))
                .Add(El("h3").Text(moment.Text));
            if (moment.Who is not null)
                item.Add(El("p").Text(moment.Who));
            output.Content.AppendHtml(item);
        }
    }
}
