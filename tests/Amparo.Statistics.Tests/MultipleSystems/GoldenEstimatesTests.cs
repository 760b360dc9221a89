using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.ClosedPopulation;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;
using static Amparo.Statistics.Tests.PublishedTables;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>Point estimates, models and codes of the references (SparseMSE, dga and Rcapture for R, run on the published tables), each test named after its row.</summary>
public class GoldenEstimatesTests
{
    private static readonly BootstrapOptions NoInterval = new(0);

    // What the references print: ten digits at most. Half a unit of their last digit is allowed where that is more than 1e-6 of the value.
    private static void ShouldBePrinted(double value, double printed, double lastDigit = 1e-4) =>
        value.ShouldBe(printed, double.Max(1e-6 * printed, 0.5001 * lastDigit));

    [Fact]
    public void UK_5_lists_stepwise()
    {
        var finding = Stepwise.Run(Uk, new(), NoInterval, Running.Freely);
        ShouldBePrinted(finding.Estimate!.Value, 11312.9903);
        finding.Model.ShouldBe("[12,13,24,25,35,45]");
        var wald = Loglinear.Fit(Uk, LoglinearModel.Parse(finding.Model!, 5)).GivenTheModel(0.95);
        ShouldBePrinted(wald.Lower, 9884, 1);
        ShouldBePrinted(wald.Upper, 13027, 1);
    }

    [Fact]
    public void UK_5_lists_BIC_order_2_best_and_second()
    {
        var ranked = BicSearch.Rank(Uk, 2, Running.Freely);
        ranked.Count.ShouldBe(1024);
        ranked[0].Model.ToString().ShouldBe("[12,13,23,25,34]");
        ShouldBePrinted(ranked[0].Population, 22991.3313);
        ShouldBePrinted(ranked[0].Bic, 196.5398);
        ranked[1].Model.ToString().ShouldBe("[12,13,25,35,45]");
        ShouldBePrinted(ranked[1].Population, 12262.4124);
        ShouldBePrinted(ranked[1].Bic, 197.4950);
    }

    [Theory, InlineData(3, 6084), InlineData(4, 6519)]
    public void UK_5_lists_BIC_all_orders_and_how_many_models_pass_the_existence_check(int order, int sound)
    {
        var ranked = BicSearch.Rank(Uk, order, Running.Freely);
        ranked.Count.ShouldBe(sound);
        ranked[0].Model.ToString().ShouldBe("[123,25,34]");
        ShouldBePrinted(ranked[0].Population, 25311.2906);
        ShouldBePrinted(ranked[0].Bic, 195.8791);
    }

    [Fact]
    public void UK_5_lists_dga_delta_one_case_in_all()
    {
        var finding = GraphAveraging.Run(Uk, new(), Running.Freely);
        finding.Estimate.ShouldBe(22990);
        ShouldBePrinted(finding.Figures["mean"], 21281.61, 0.01);
        (finding.Interval!.Lower, finding.Interval.Upper).ShouldBe((10387, 33508));
        finding.Figures["peaks"].ShouldBe(2);
    }

    [Fact]
    public void New_Orleans_8_stepwise_and_main_effects()
    {
        var finding = Stepwise.Run(NewOrleans, new(), NoInterval, Running.Freely);
        finding.Model.ShouldBe("[45]");
        ShouldBePrinted(finding.Estimate!.Value, 1183.6923);
        ShouldBePrinted(Loglinear.Fit(NewOrleans, LoglinearModel.MainEffects(8)).Population, 996.6643);
    }

    [Fact]
    public void New_Orleans_5_stepwise_adds_nothing()
    {
        var finding = Stepwise.Run(NewOrleansFive, new(), NoInterval, Running.Freely);
        finding.Model.ShouldBe("[]");
        ShouldBePrinted(finding.Estimate!.Value, 1034.1511);
    }

    [Fact]
    public void Western_stepwise_is_BIC()
    {
        foreach (var finding in new[] { Stepwise.Run(Western, new(), NoInterval, Running.Freely), BicSearch.Run(Western, new(), NoInterval, Running.Freely) })
        {
            finding.Model.ShouldBe("[15]");
            ShouldBePrinted(finding.Estimate!.Value, 2483.3839);
        }
    }

    [Fact]
    public void Korea_BIC_and_stepwise()
    {
        var bic = BicSearch.Run(Korea, new(), NoInterval, Running.Freely);
        bic.Model.ShouldBe("[12,23]");
        ShouldBePrinted(bic.Estimate!.Value, 157.1667);
        var stepwise = Stepwise.Run(Korea, new(), NoInterval, Running.Freely);
        stepwise.Model.ShouldBe("[12]");
        ShouldBePrinted(stepwise.Estimate!.Value, 268.7778);
    }

    [Theory]
    [InlineData("[]", 0), InlineData("[12]", 1), InlineData("[13]", 0), InlineData("[23]", 0)]
    [InlineData("[12,13]", 1), InlineData("[12,23]", 1), InlineData("[13,23]", 0), InlineData("[12,13,23]", 2)]
    public void Artificial_3_codes(string model, int code)
    {
        Loglinear.Code(Artificial, LoglinearModel.Parse(model, 3)).ShouldBe(code);
        Loglinear.Fit(Artificial, LoglinearModel.Parse(model, 3)).Code.ShouldBe(code);
    }

    [Fact]
    public void Madigan_York_5_lists_delta_one_half()
    {
        var finding = GraphAveraging.Run(MadiganYork, new(0.5, 300), Running.Freely);
        ShouldBePrinted(finding.Figures["mean"], 617.8159);
        finding.Estimate.ShouldBe(616);
        (finding.Interval!.Lower, finding.Interval.Upper).ShouldBe((588, 655));
    }

    [Fact]
    public void Hare_Mth_Poisson2()
    {
        var finding = ClosedModels.Run(Hare, new(CaptureModel.MthPoisson2));
        ShouldBePrinted(finding.Estimate!.Value, 81.0793);
        ShouldBePrinted(finding.Figures["standardError"], 5.5736);
        ShouldBePrinted(finding.Figures["profileEstimate"], 80.08, 0.01);
        ShouldBePrinted(finding.Interval!.Lower, 71.82, 0.01);
        ShouldBePrinted(finding.Interval.Upper, 93.85, 0.01);
    }

    [Fact]
    public void HIV_Rome_12()
    {
        var fit = Loglinear.Fit(Rome, LoglinearModel.Parse("[12]", 4));
        ShouldBePrinted(fit.Population, 12318.468, 1e-3);
        var unseen = fit.Population - fit.Seen;
        ShouldBePrinted(double.Sqrt(unseen + unseen * unseen * fit.StandardErrorOfLogUnseen * fit.StandardErrorOfLogUnseen), 1188.72, 0.01);
        var profile = ClosedModels.Profile(Rome, fit.Model, 0.95)!.Value;
        ShouldBePrinted(profile.Estimate, 12308.03, 0.02);
        ShouldBePrinted(profile.Interval.Lower, 10265.99, 0.01);
        ShouldBePrinted(profile.Interval.Upper, 14992.33, 0.01);
    }

    [Fact]
    public void Seber_p_107_Mt_and_bias_corrected()
    {
        ShouldBePrinted(ClosedModels.Run(Seber, new(CaptureModel.Mt)).Estimate!.Value, 2389.868, 1e-3);
        ShouldBePrinted(ClosedModels.Chapman(Seber), 2382.798, 1e-3);
    }
}
