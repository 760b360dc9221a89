using Amparo.Platform.Packs;

namespace Amparo.Demo.History;

/// <summary>Plans the line's first years, call by call. Pure: the same data make the same plan on every machine.</summary>
internal static class HistoryPlan
{
    private static readonly TimeSpan Related = TimeSpan.FromDays(90);

    /// <summary>All calls, the earliest first.</summary>
    public static IReadOnlyList<PlannedCall> Make(HistoryData data, Country country)
    {
        var random = new SplitMix(data.Seed);
        var cases = new Queue<PlannedCase>(CasePlan.Make(data, random));
        var mix = Quota.Shuffled(data.Marks[^1].Calls, data.Mix, m => m.Share, random);
        List<PlannedCall> calls = [];
        var (from, before) = (data.From, new Mark(data.From, 0, 0, ""));
        foreach (var mark in data.Marks)
        {
            var times = TimesOf(data, country, from, mark.On, mark.Calls - before.Calls, random);
            var drawn = times.Select((at, place) => Call(at, mix[before.Calls + place], data, random)).ToList();
            Report(drawn, [.. Enumerable.Range(0, mark.Cases - before.Cases).Select(_ => cases.Dequeue())], country.Instant(mark.On, default), data, calls, random);
            (from, before) = (mark.On.AddDays(1), mark);
        }
        return calls;
    }

    private static List<DateTimeOffset> TimesOf(HistoryData data, Country country, DateOnly from, DateOnly until, int count, SplitMix random)
    {
        var days = Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        var hours = Enumerable.Range(0, data.Hours.Count).ToList();
        List<DateTimeOffset> times =
        [
            .. Quota.Of(count, days, day => country.Weekend.Contains(day.DayOfWeek) ? data.Weekend : 100)
                .Select(day => country.Instant(day, new TimeOnly(random.Pick(hours, hour => data.Hours[hour]), random.Below(60), random.Below(60)))),
        ];
        return [.. times.Order()];
    }

    private static PlannedCall Call(DateTimeOffset at, CallShare share, HistoryData data, SplitMix random) => new(
        at,
        share.Tells is Tells.Nothing && share.Reason == "not-known" ? TimeSpan.FromSeconds(random.Between(8, 90)) : random.Minutes(4, 28),
        share.Reason,
        share.Outcome,
        share.Tells is Tells.Nothing ? null : random.Pick(data.Areas, a => a.Share).Code,
        share.Tells is Tells.Report ? Unplanned : null);

    // Stands in a call that reports trafficking until its case is known.
    private static readonly PlannedReport Unplanned = new(
        new PlannedCase(0, "", "", "", "", "", "", false, false, 0, []), false, default, default, default, "", null);

    // The period's new cases begin with reports drawn by chance, before its last day: what is referred the same night still counts in it. Every
    // other report is one more call about a case of the weeks before.
    private static void Report(
        List<PlannedCall> drawn, List<PlannedCase> cases, DateTimeOffset lastDay, HistoryData data, List<PlannedCall> calls, SplitMix random)
    {
        var reports = drawn.Where(c => c.Report is not null && c.OpenedAt < lastDay.AddDays(-1)).ToList();
        List<PlannedCall> opening = [.. reports.Skip(1)];
        random.Shuffle(opening);
        // The first of all has no case before it to belong to.
        var opens = opening.Take(cases.Count - 1).Prepend(reports[0]).OrderBy(c => c.OpenedAt).Select(c => c.OpenedAt).ToHashSet();
        var next = new Queue<PlannedCase>(cases);
        foreach (var call in drawn)
        {
            if (call.Report is null)
                calls.Add(call);
            else if (opens.Remove(call.OpenedAt))
                calls.Add(With(call, next.Dequeue(), opens: true, data, random));
            else
                calls.Add(With(call, EarlierThan(call, calls, random), opens: false, data, random));
        }
    }

    private static PlannedCase EarlierThan(PlannedCall call, List<PlannedCall> calls, SplitMix random)
    {
        var earlier = calls.Where(c => c.Report is { Opens: true } && c.OpenedAt < call.OpenedAt.AddDays(-1)).ToList();
        if (earlier.Count == 0)
            earlier = [calls.First(c => c.Report is { Opens: true })];
        var near = earlier.Where(c => c.OpenedAt > call.OpenedAt - Related).ToList();
        return (near.Count > 0 ? near[random.Below(near.Count)] : earlier[^1]).Report!.Case;
    }

    private static PlannedCall With(PlannedCall call, PlannedCase @case, bool opens, HistoryData data, SplitMix random)
    {
        var danger = opens && @case.IsDanger;
        var sent = danger ? random.Minutes(3, 6) : call.Length + random.Minutes(2, 150);
        var answered = sent + (danger ? random.Minutes(1, 8) : random.Minutes(5, 170));
        var result = random.Pick(data.Results, r => r.Share);
        int? people = result.People == 0 ? null : opens ? random.Between(1, result.People) : 0;
        return call with
        {
            Area = @case.Area,
            Report = new PlannedReport(@case, opens, sent, answered, answered + TimeSpan.FromHours(random.Between(2, 700)), result.Code, people),
        };
    }
}
