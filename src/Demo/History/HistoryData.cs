using Amparo.Platform.Packs;

namespace Amparo.Demo.History;

/// <summary>What the pack knows of the line's first years: its totals at certain dates, and of what they were made up.</summary>
/// <param name="Source">Where totals and shares come from.</param>
/// <param name="From">The day the line opened.</param>
/// <param name="Hours">How many calls come in each hour of the day, against the others.</param>
/// <param name="Weekend">Calls on a day of the weekend for each hundred on another.</param>
/// <param name="Recruitment">How people were drawn in; no code list of the program's own.</param>
internal sealed record HistoryData(
    string Source,
    ulong Seed,
    DateOnly From,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<CallShare> Mix,
    IReadOnlyList<int> Hours,
    int Weekend,
    IReadOnlyList<AreaShare> Areas,
    IReadOnlyList<FactShare> Forms,
    IReadOnlyList<FactShare> Means,
    IReadOnlyList<FactShare> Recruitment,
    IReadOnlyList<SexShare> Sexes,
    IReadOnlyList<ResultShare> Results)
{
    private const string File = "demo/history.json";

    public static HistoryData Of(Pack pack) => pack.Read<HistoryData>(File);
}

/// <summary>Totals since the opening at the end of a day, in two units that are never added up: calls, and cases referred.</summary>
/// <param name="Said">The source's own words for them.</param>
internal sealed record Mark(DateOnly On, int Calls, int Cases, string Said);

/// <summary>A reason with an outcome. All shares are weights against those of the same list.</summary>
internal sealed record CallShare(string Reason, string Outcome, int Share, Tells Tells);

/// <summary>How much a call tells.</summary>
internal enum Tells
{
    Nothing,
    Place,
    Report,
}

/// <param name="Children">Whether children may be among the cases of this area: somebody there must be able to protect them.</param>
internal sealed record AreaShare(string Code, int Share, string Note, bool Children);

/// <summary>A fact of a case, as the source counts it and as it would be answered in a screening.</summary>
/// <param name="OfChild">The fact's code when the person is under 18; where it is the same code, it can only be true of a child.</param>
internal sealed record FactShare(string Code, int Share, string Note, IReadOnlyList<Answered> Answers, string? OfChild = null)
{
    public bool OnlyOfChild => OfChild == Code;
}

internal sealed record Answered(string Question, string Answer);

internal sealed record SexShare(string Code, int Share, IReadOnlyList<AgeShare> Ages);

internal sealed record AgeShare(string Code, int Share, string Note, bool Child);

/// <summary>What came of a referral; at most so many people are told of with it.</summary>
internal sealed record ResultShare(string Code, int Share, int People);
