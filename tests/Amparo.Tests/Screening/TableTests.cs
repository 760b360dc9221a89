using Amparo.Screening;
using Amparo.Tests.Support;

namespace Amparo.Tests.Screening;

/// <summary>Every combination of elements has a result, and the document lists them.</summary>
public class TableTests
{
    private static readonly Presence[] States = Enum.GetValues<Presence>();
    private static readonly AgeGroup[] Ages = Enum.GetValues<AgeGroup>();

    private static readonly Picture[] All =
    [
        .. from act in States
           from means in States
           from purpose in States
           from age in Ages
           from smuggling in States
           from labour in States
           from crime in States
           select new Picture(act, means, purpose, age, smuggling, labour, crime),
    ];

    [Fact]
    public void Every_combination_has_a_result() => All.Where(picture => picture.Results() is [] || !InOrder(picture.Results())).ShouldBeEmpty();

    [Fact]
    public void Likely_is_act_and_purpose_and_a_means_or_an_age_that_needs_none() => Exactly(Result.TraffickingLikely, picture =>
        (picture.Act, picture.Purpose) == (Presence.Present, Presence.Present)
        && (picture.Means == Presence.Present || picture.Age is AgeGroup.Under14 or AgeGroup.From14To17 or AgeGroup.CouldBeUnder18));

    [Fact]
    public void Possible_rules_nothing_needed_out_and_has_a_purpose_or_two_elements() => Exactly(Result.TraffickingPossible, picture =>
    {
        var isRuledOut = picture.Act == Presence.Absent || picture.Purpose == Presence.Absent
            || (picture.Means == Presence.Absent && picture.Age == AgeGroup.Adult);
        var shown = new[] { picture.Act, picture.Means, picture.Purpose }.Count(state => state is Presence.Indicated or Presence.Present);
        return !isRuledOut && !Says(picture, Result.TraffickingLikely) && (shown >= 2 || picture.Purpose == Presence.Present);
    });

    [Fact]
    public void Smuggling_labour_rights_and_other_crimes_stand_beside_trafficking()
    {
        Exactly(Result.Smuggling, picture => picture.Smuggling is Presence.Indicated or Presence.Present);
        Exactly(Result.LabourRightsViolation, picture => picture.LabourRights is Presence.Indicated or Presence.Present);
        Exactly(Result.OtherCrime, picture => picture.OtherCrime is Presence.Indicated or Presence.Present);
    }

    [Fact]
    public void No_indication_stands_alone_and_leaves_nothing_needed_open() => Exactly(Result.NoIndication, picture =>
        picture.Age != AgeGroup.Unknown && picture.Act != Presence.Unknown && picture.Purpose == Presence.Absent
        && picture.Means == Presence.Absent
        && new[] { picture.Smuggling, picture.LabourRights, picture.OtherCrime }.All(state => state == Presence.Absent)
        && picture.Results().Count == 1);

    [Fact]
    public void Wherever_something_needed_is_unknown_the_result_is_possible_or_says_what_is_missing() =>
        All.Where(picture => new[] { picture.Act, picture.Purpose }.Contains(Presence.Unknown)
                || (picture.Means == Presence.Unknown && picture.MeansNeed != MeansNeed.NotNeeded)
                || (picture.Means == Presence.Absent && picture.MeansNeed == MeansNeed.IfAdult))
            .Where(picture => !Says(picture, Result.TraffickingPossible) && !Says(picture, Result.TraffickingLikely))
            .Where(picture => !Says(picture, Result.InsufficientInformation)).ShouldBeEmpty();

    [Fact]
    public void More_of_an_element_or_a_younger_age_never_takes_trafficking_away()
    {
        foreach (var picture in All.Where(picture => (picture.Smuggling, picture.LabourRights, picture.OtherCrime) == (Presence.Absent, Presence.Absent, Presence.Absent)))
        {
            Picture[] more =
            [
                picture with { Act = Up(picture.Act) },
                picture with { Means = Up(picture.Means) },
                picture with { Purpose = Up(picture.Purpose) },
                picture with { Age = picture.Age == AgeGroup.Adult ? AgeGroup.Unknown : AgeGroup.CouldBeUnder18 },
            ];
            more.Where(other => Rank(other) < Rank(picture)).ShouldBeEmpty($"{picture}");
        }
    }

    [Fact]
    public void The_three_ages_of_a_child_say_the_same() =>
        All.Where(picture => picture.Age == AgeGroup.Under14)
            .Where(picture => !Ages.Where(age => age < AgeGroup.Adult).All(age => (picture with { Age = age }).Results().SequenceEqual(picture.Results())))
            .ShouldBeEmpty();

    [Fact]
    public void The_tables_of_the_document_are_true()
    {
        var path = Path.Combine(TestApp.Root, "docs", "screening.md");
        var text = ScreeningDocument.Write();
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_DOCS") == "1")
            File.WriteAllText(path, text);
        File.Exists(path).ShouldBeTrue("run this test once with AMPARO_WRITE_DOCS=1");
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, "run this test once with AMPARO_WRITE_DOCS=1 and look at what changed");
    }

    private static void Exactly(Result result, Func<Picture, bool> when) =>
        All.Where(picture => Says(picture, result) != when(picture)).Take(3).ShouldBeEmpty();

    private static bool Says(Picture picture, Result result) => picture.Results().Contains(result);

    private static bool InOrder(IReadOnlyList<Result> results) => results.SequenceEqual(results.Distinct().Order());

    private static int Rank(Picture picture) => Says(picture, Result.TraffickingLikely) ? 2 : Says(picture, Result.TraffickingPossible) ? 1 : 0;

    private static Presence Up(Presence state) => state == Presence.Present ? state : state + 1;
}
