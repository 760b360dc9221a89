using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Items;

/// <summary>How much the same persons score more after than before.</summary>
/// <param name="Persons">How many have both.</param>
/// <param name="Before">Their mean before.</param>
/// <param name="After">Their mean after.</param>
/// <param name="Gain">The mean of after less before.</param>
/// <param name="Lower">Student's interval for it, its lower end.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="P">Two-sided, of no gain; 1 where all gain the same nothing, 0 where all gain the same.</param>
/// <param name="Size">The gain in standard deviations, with the correction of Hedges; nothing where neither time has any spread.</param>
/// <param name="SizeLower">Its interval (Bonett 2008), lower end.</param>
/// <param name="SizeUpper">Its upper end.</param>
public sealed record PairedGain(int Persons, double Before, double After, double Gain, double Lower, double Upper, double P, double? Size, double? SizeLower, double? SizeUpper)
{
    /// <summary>
    /// Compares. The size is d_av, the gain over the root of the mean of both variances (Cumming 2012; Bonett 2008), times 1 − 3/(4(n−1) − 1) (Hedges 1981). It does not divide
    /// by the deviation of the gains, which makes any steady gain look huge.
    /// </summary>
    /// <param name="before">Totals by person; three or more.</param>
    /// <param name="after">Of the same persons in the same order.</param>
    /// <param name="level">Of both intervals.</param>
    /// <exception cref="ArgumentException">Unlike lengths, fewer than three persons, or a level not between 0 and 1.</exception>
    public static PairedGain Of(double[] before, double[] after, double level = 0.95)
    {
        if (before.Length != after.Length || before.Length < 3 || !(level is > 0 and < 1))
            throw new ArgumentException($"A gain needs three persons or more with both tests, of whom there are {int.Min(before.Length, after.Length)}, and a level between 0 and 1.", nameof(before));
        var (persons, freedom) = (before.Length, before.Length - 1.0);
        double[] gains = [.. after.Zip(before, (later, earlier) => later - earlier)];
        var (gain, ofGains) = (gains.Average(), ItemAnalysis.Covariance(gains, gains));
        var error = double.Sqrt(ofGains / persons);
        var width = error * Student.TwoSided(level, freedom);
        var p = error > 0 ? IncompleteBeta.StudentBeyond(double.Abs(gain) / error, freedom) : gain == 0 ? 1 : 0;
        var result = new PairedGain(persons, before.Average(), after.Average(), gain, gain - width, gain + width, p, null, null, null);
        var (first, second, both) = (ItemAnalysis.Covariance(before, before), ItemAnalysis.Covariance(after, after), ItemAnalysis.Covariance(before, after));
        var mean = (first + second) / 2;
        if (mean == 0)
            return result;
        var size = gain / double.Sqrt(mean);
        var spread = double.Sqrt(size * size * (first * first + second * second + 2 * both * both) / (8 * mean * mean * freedom) + ofGains / (mean * freedom));
        var (correction, z) = (1 - 3 / (4 * freedom - 1), Normal.Quantile(0.5 + level / 2));
        return result with { Size = correction * size, SizeLower = correction * (size - z * spread), SizeUpper = correction * (size + z * spread) };
    }

    /// <summary>Compares the totals of persons who took the same test twice.</summary>
    /// <param name="before">The first time.</param>
    /// <param name="after">The second time, persons in the same order.</param>
    /// <param name="missing">Of either time.</param>
    /// <param name="level">Of both intervals.</param>
    /// <exception cref="ArgumentException">Other items, or other numbers of persons, or fewer than three of them with all answers.</exception>
    public static PairedGain Of(ItemAnswers before, ItemAnswers after, MissingAnswers missing = MissingAnswers.LeaveOut, double level = 0.95)
    {
        if (!before.Items.SequenceEqual(after.Items) || before.Persons.Count != after.Persons.Count)
            throw new ArgumentException("Both times have the same items in the same order, and the same persons.", nameof(after));
        var pairs = Enumerable.Range(0, before.Persons.Count)
            .Select(person => (One: before.Scores(person, missing), Other: after.Scores(person, missing)))
            .Where(pair => pair is { One: not null, Other: not null }).ToList();
        return Of([.. pairs.Select(pair => pair.One!.Sum())], [.. pairs.Select(pair => pair.Other!.Sum())], level);
    }
}
