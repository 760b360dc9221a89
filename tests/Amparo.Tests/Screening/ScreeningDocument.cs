using System.Text;
using Amparo.Screening;

namespace Amparo.Tests.Screening;

/// <summary>Writes docs/screening.md from the rules themselves.</summary>
internal static class ScreeningDocument
{
    private static readonly Presence[] States = Enum.GetValues<Presence>();

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            # What the answers say

            Written by `TableTests` (run with `AMPARO_WRITE_DOCS=1`). Why it is so: [decision 0010](decisions/0010-screening.md).

            An element is **present** by one strong answer, or by answers to two questions of which one is at least medium; **indicated** by less;
            **absent** when every question that could show it was answered and rules it out; else **unknown**.

            ## Trafficking

            Nothing else is there: no smuggling, labour rights respected, no other crime.

            | Act | Means | Purpose | Adult | Age unknown | Under 18, or could be |
            |---|---|---|---|---|---|

            """);
        foreach (var act in States.Reverse())
        {
            foreach (var means in States.Reverse())
            {
                foreach (var purpose in States.Reverse())
                {
                    text.Append($"| {Word(act)} | {Word(means)} | {Word(purpose)} |");
                    foreach (var age in (AgeGroup[])[AgeGroup.Adult, AgeGroup.Unknown, AgeGroup.CouldBeUnder18])
                    {
                        text.Append($" {Words(new(act, means, purpose, age, Presence.Absent, Presence.Absent, Presence.Absent))} |");
                    }

                    text.Append('\n');
                }
            }
        }

        text.Append("""

            ## Beside trafficking

            An adult. “Ruled out” is act, means and purpose absent; “open” is all three unknown; “possible” is all three indicated; “likely” all three present.
            What is indicated here counts like what is present.

            | Smuggling | Labour rights broken | Other crime | Ruled out | Open | Possible | Likely |
            |---|---|---|---|---|---|---|

            """);
        Presence[] three = [Presence.Present, Presence.Unknown, Presence.Absent];
        foreach (var smuggling in three)
        {
            foreach (var labour in three)
            {
                foreach (var crime in three)
                {
                    text.Append($"| {Word(smuggling)} | {Word(labour)} | {Word(crime)} |");
                    foreach (var all in States)
                    {
                        text.Append($" {Words(new(all, all, all, AgeGroup.Adult, smuggling, labour, crime))} |");
                    }

                    text.Append('\n');
                }
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Words(Picture picture) => string.Join(" + ", picture.Results().Select(result => result switch
    {
        Result.TraffickingLikely => "**likely**",
        Result.TraffickingPossible => "possible",
        Result.LabourRightsViolation => "labour rights",
        Result.OtherCrime => "other crime",
        Result.NoIndication => "no indication",
        Result.InsufficientInformation => "insufficient",
        _ => "smuggling",
    }));

    private static string Word(Presence state) => state switch
    {
        Presence.Present => "present",
        Presence.Indicated => "indicated",
        Presence.Unknown => "unknown",
        _ => "absent",
    };
}
