using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>What a person makes of what the answers say.</summary>
/// <param name="Overrides">Whether the answers say something else.</param>
public sealed record Conclusion(Result Result, bool Overrides, string? Reason)
{
    /// <summary>Confirms one of the results, or overrides them all with a reason.</summary>
    public static Conclusion Of(Assessment says, Result result, string? reason)
    {
        var overrides = !says.Says(result);
        return overrides && string.IsNullOrWhiteSpace(reason) ? throw new Refused("screening.decide.reason-missing") : new(result, overrides, reason);
    }
}

/// <summary>A conclusion as the form posts it.</summary>
public sealed class DecisionInput
{
    [Required(ErrorMessage = "screening.decide.missing")]
    public string? Result { get; set; }

    [StringLength(500)]
    public string? Reason { get; set; }

    /// <summary>Of the sheet and the conclusion that were looked at.</summary>
    public string? Stamp { get; set; }

    /// <exception cref="Refused">There is no such result.</exception>
    public Result Read() => Enum.TryParse<Result>(Result, out var result) && Enum.IsDefined(result) ? result : throw new Refused("screening.decide.missing");
}

/// <param name="Input">What is saved, or what the answers say first.</param>
/// <param name="Later">Where the page leads without a conclusion.</param>
public sealed record DecisionForm(DecisionInput Input, ScreeningVerdict Verdict, string Later)
{
    public IReadOnlyList<Choice> Results(Texts texts) =>
        [.. Enum.GetValues<Result>().Select(r => new Choice(r.ToString(), Verdict.NameOf(r), Verdict.Says.Says(r) ? texts["screening.decide.as-said"] : null))];
}

/// <summary>A sheet of before, with what was concluded.</summary>
public sealed record PastScreening(DateTimeOffset At, string? By, string? Decision, string? DecidedBy, string? Reason);
