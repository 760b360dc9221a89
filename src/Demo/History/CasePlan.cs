
namespace Amparo.Demo.History;

/// <summary>The referred cases: every fact in the source's proportions, and only such facts together as can be true together.</summary>
internal static class CasePlan
{
    private const int OneInDanger = 9;

    public static IReadOnlyList<PlannedCase> Make(HistoryData data, SplitMix random)
    {
        var total = data.Marks[^1].Cases;
        var people = PeopleOf(data, total, random);
        var areas = Quota.Shuffled(total, data.Areas, a => a.Share, random);
        var forms = Quota.Shuffled(total, data.Forms, f => f.Share, random);
        // Children first, where they can be protected; what can only happen to a child, to one.
        people = [.. people.OrderByDescending(p => p.Age.Child)];
        areas = [.. areas.OrderByDescending(a => a.Children)];
        forms = [.. forms.OrderByDescending(f => f.OnlyOfChild)];
        ShuffleRest(areas, people.Count(p => p.Age.Child), random);
        ShuffleRest(forms, forms.Count(f => f.OnlyOfChild), random);
        var means = Quota.Shuffled(total, data.Means, m => m.Share, random);
        var recruitment = Quota.Shuffled(total, data.Recruitment, r => r.Share, random);
        var cases = Enumerable.Range(0, total)
            .Select(i => Make(people[i].Sex, people[i].Age, areas[i], forms[i], means[i], recruitment[i], random))
            .ToList();
        random.Shuffle(cases);
        return [.. cases.Select((one, place) => one with { Number = place + 1 })];
    }

    private static List<(SexShare Sex, AgeShare Age)> PeopleOf(HistoryData data, int total, SplitMix random) =>
    [
        .. Quota.Of(total, data.Sexes, s => s.Share).GroupBy(s => s)
            .SelectMany(same => Quota.Shuffled(same.Count(), same.Key.Ages, a => a.Share, random).Select(age => (same.Key, age))),
    ];

    private static PlannedCase Make(SexShare sex, AgeShare age, AreaShare area, FactShare form, FactShare means, FactShare recruitment, SplitMix random) => new(
        0,
        area.Code,
        age.Child && form.OfChild is { } ofChild ? ofChild : form.Code,
        means.Code,
        recruitment.Code,
        sex.Code,
        age.Code,
        age.Child,
        random.Below(OneInDanger) == 0,
        random.Between(90, 540),
        [new Answered("P1", age.Code), .. form.Answers.Concat(means.Answers).Concat(recruitment.Answers).DistinctBy(a => a.Question)]);

    // Those before the place stay at the head, in an order of chance of their own.
    private static void ShuffleRest<T>(List<T> items, int place, SplitMix random)
    {
        List<T> head = items[..place], rest = items[place..];
        random.Shuffle(head);
        random.Shuffle(rest);
        items.Clear();
        items.AddRange([.. head, .. rest]);
    }
}
