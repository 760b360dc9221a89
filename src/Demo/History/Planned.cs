using System.Globalization;

namespace Amparo.Demo.History;

/// <summary>A call as it is going to be told. Nothing in it is a person's.</summary>
internal sealed record PlannedCall(DateTimeOffset OpenedAt, TimeSpan Length, string Reason, string Outcome, string? Area, PlannedReport? Report)
{
    public DateTimeOffset ClosedAt => OpenedAt + Length;

    /// <summary>One line, the same on every machine.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{OpenedAt:u} {Length.TotalSeconds:0} {Reason} {Outcome} {Area} {Report}");
}

/// <summary>What a call that reports trafficking leads to; times count from its opening.</summary>
/// <param name="Opens">Whether the case begins with this call: it is the one that is screened.</param>
internal sealed record PlannedReport(
    PlannedCase Case, bool Opens, TimeSpan SentAfter, TimeSpan AnsweredAfter, TimeSpan EndedAfter, string Result, int? People)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case} {(Opens ? "opens" : "joins")} {SentAfter.TotalMinutes:0} {AnsweredAfter.TotalMinutes:0} {EndedAfter.TotalMinutes:0} {Result} {People}");
}

/// <summary>A case that was referred: one person, one area, one form.</summary>
/// <param name="FollowedDays">How long after the last call about it the case is closed.</param>
internal sealed record PlannedCase(
    int Number, string Area, string Form, string Means, string Recruitment, string Sex, string Age, bool IsChild, bool IsDanger, int FollowedDays,
    IReadOnlyList<Answered> Answers)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Number} {Area} {Form} {Means} {Recruitment} {Sex} {Age} {IsDanger} {FollowedDays}");
}
