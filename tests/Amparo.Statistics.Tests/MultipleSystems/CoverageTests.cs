using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Selection;
using Amparo.Statistics.Numerics;
using static Amparo.Statistics.Tests.PublishedTables;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>The coverage study of <c>bench/Statistics</c>, small and with a seed: a floor under which only a mistake can fall.</summary>
public class CoverageTests
{
    private const int Sets = 40;
    private const int Population = 11_313;

    [Fact]
    public void Most_intervals_hold_the_truth_they_were_drawn_from()
    {
        var means = Loglinear.Means(Uk, LoglinearModel.Parse("[12,13,24,25,35,45]", 5));
        var held = 0;
        for (var set = 0; set < Sets; set++)
        {
            var interval = Stepwise.Run(Draw(means, new RandomStream(1, set)), new(), new(200, set), Running.Freely).Interval!;
            held += interval.Lower <= Population && Population <= interval.Upper ? 1 : 0;
        }

        held.ShouldBeGreaterThanOrEqualTo(Sets * 3 / 4);
    }

    private static OverlapTable Draw(IReadOnlyList<double> means, RandomStream random)
    {
        var counts = new int[means.Count];
        for (var person = 0; person < Population; person++)
        {
            var u = random.Uniform() * Population;
            for (var cell = 1; cell < counts.Length; cell++)
            {
                if ((u -= means[cell]) < 0)
                {
                    counts[cell]++;
                    break;
                }
            }
        }

        return new OverlapTable(Uk.Lists, counts.Select((count, history) => KeyValuePair.Create(history, count)).Where(pair => pair.Value > 0));
    }
}
