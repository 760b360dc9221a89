using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Panels;
using Amparo.Statistics.Numerics;
using static Amparo.Statistics.Tests.PublishedTables;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>The verdict: when a range may be quoted and what is said when not.</summary>
public class PanelTests
{
    private static readonly PanelOptions Quick = new() { Bootstrap = new(0), Bayes = new(Draws: 4000) };

    [Fact]
    public void The_UK_of_2013_is_not_reportable_because_the_methods_disagree()
    {
        var verdict = Panel.Ask(Uk, Quick, Running.Freely);
        verdict.Reportable.ShouldBeFalse();
        verdict.Reasons.ShouldHaveSingleItem().ShouldBe("The methods disagree: 11,313 to 22,991, a factor of 2.03, and 1.5 was allowed.");
        verdict.Warnings.ShouldContain("LA and NG share more cases (18) than lists that know nothing of each other would (4.0).");
        Panel.Ask(Uk, Quick with { Factor = 2.1 }, Running.Freely).Reportable.ShouldBeTrue();
    }

    [Fact]
    public void Lists_that_hardly_overlap_are_not_reportable()
    {
        var table = new OverlapTable(["a", "b", "c"], [new(1, 40), new(2, 30), new(4, 20), new(3, 6)]);
        var verdict = Panel.Ask(table, Quick, Running.Freely);
        verdict.Reportable.ShouldBeFalse();
        verdict.Reasons.ShouldContain("Only 1 of 3 pairs of lists share a case; it takes at least 2.");
        verdict.Warnings.ShouldContain("c shares no case with any other list: it tells nothing of the unseen.");
    }

    [Fact]
    public void Without_a_sound_estimate_there_is_a_code_and_no_figure()
    {
        var apart = new OverlapTable(["a", "b", "c"], [new(1, 40), new(2, 30), new(4, 20)]);
        var verdict = Panel.Ask(apart, Quick with { Methods = ["stepwise", "bic", "chao"] }, Running.Freely);
        verdict.Findings.ShouldAllBe(finding => finding.Code > 0 && finding.Estimate == null && finding.Interval == null);
        verdict.Reportable.ShouldBeFalse();
    }

    [Fact]
    public void One_method_alone_is_no_panel() =>
        Panel.Ask(Western, Quick with { Methods = ["stepwise"] }, Running.Freely).Reasons.ShouldBe(["Fewer than two methods gave an estimate: nothing shows how much it depends on the method."]);

    [Fact]
    public void Two_lists_are_never_reportable() =>
        Panel.Ask(Seber, Quick, Running.Freely).Reasons.ShouldContain("There are only two lists: whether they are independent cannot be seen, and the estimate rests on it.");

    [Fact]
    public void A_method_that_is_not_for_so_many_lists_says_so_and_the_rest_goes_on()
    {
        var verdict = Panel.Ask(NewOrleans, Quick with { Methods = ["stepwise", "bic", "dga"] }, Running.Freely);
        verdict.Findings.Select(finding => finding.Estimate is not null).ShouldBe([true, false, false]);
        verdict.Findings.Skip(1).ShouldAllBe(finding => finding.Warnings.Single().StartsWith("Not for this table."));
    }

    [Fact]
    public void An_unknown_method_is_refused_with_the_names_there_are() =>
        Should.Throw<ArgumentException>(() => Panel.Ask(Uk, Quick with { Methods = ["magic"] }, Running.Freely)).Message.ShouldStartWith("There is no method magic. There are: stepwise, bic, dga, bayes");

    [Fact]
    public void What_is_stopped_throws_and_says_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => Panel.Ask(Uk, new PanelOptions(), new Running(Cancel: stop.Token)));
    }

    [Fact]
    public void The_picture_is_an_SVG_that_says_its_figures_in_words()
    {
        var svg = System.Xml.Linq.XDocument.Parse(PanelPicture.Draw(Panel.Ask(Uk, Quick, Running.Freely)));
        svg.Root!.Name.LocalName.ShouldBe("svg");
        svg.Descendants().Single(e => e.Name.LocalName == "desc").Value.ShouldContain("bic: 22,991");
    }
}
