using System.Globalization;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>
/// Records of nobody whose counts are near those of the people, (ε, δ)-differentially private for one person more or less: single columns and the pairs
/// worth it are measured with discrete Gaussian noise, and records are fitted to what was measured (select, measure, generate: McKenna, Miklau and Sheldon 2021).
/// </summary>
public static class Synthesizer
{
    /// <summary>Below this many people (as far as the noise lets it be known) nothing is released: the noise would be all there is.</summary>
    public const int FewestRecords = 1000;

    /// <summary>Below this ε the noise exceeds every count.</summary>
    public const double LeastEpsilon = 0.01;

    private const double MostEpsilon = 100;
    private const double LeastDelta = 1e-30;

    // A third for single columns, as MST has it; a tenth for choosing.
    private const double ShareOfSingles = 1.0 / 3;
    private const double ShareOfChoice = 0.1;
    private const int LooseSweeps = 12;
    private const double Strictest = 64;
    private const int MostStrictSweeps = 10;

    /// <summary>Makes the records. Takes seconds for 20,000 people with 24 columns.</summary>
    /// <param name="people">One record to a person. Columns and values are those of the codebook, which must not have been made from these records.</param>
    /// <param name="epsilon">0.01 to 100.</param>
    /// <param name="delta">Above 0, and at most one over the number of people.</param>
    /// <param name="bits"><see cref="SecretBits"/> for whatever is released.</param>
    /// <param name="cancel">Stops it; what was asked is spent all the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside of its range.</exception>
    /// <exception cref="SynthesisRefusedException">Too few people, or too large a δ for so many.</exception>
    public static SyntheticRecords Run(CodedRecords people, double epsilon, double delta, IRandomBits bits, CancellationToken cancel)
    {
        Check(epsilon, delta);
        var rho = ZeroConcentrated.Rho(epsilon, delta);
        var chance = new ExactChance(bits);
        var singles = new SingleColumns(people, rho * ShareOfSingles, chance);
        Demand(singles.Records, delta);

        var rhoOfPairs = rho * (1 - ShareOfSingles - ShareOfChoice);
        var pairs = new PairChoice(people, singles).Choose(rho * ShareOfChoice, rhoOfPairs, chance, cancel);
        var shares = pairs.Sum(pair => pair.Share);
        List<Measurement> measured = [.. singles.Measured];
        foreach (var (columns, share) in pairs)
        {
            cancel.ThrowIfCancellationRequested();
            measured.Add(Measurement.Ask(people, columns, rhoOfPairs * share / shares, chance));
        }

        var made = Fit(people.Codebook, singles, measured, new RandomStream((long)bits.Next(), 0), cancel);
        return new SyntheticRecords(made, rho, [.. pairs.Select(pair => (pair.Columns[0], pair.Columns[1]))]);
    }

    /// <summary>Whether the numbers can be promised at all, before anything is spent.</summary>
    /// <param name="epsilon">0.01 to 100.</param>
    /// <param name="delta">1e-30 to one over <see cref="FewestRecords"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside of its range.</exception>
    public static void Check(double epsilon, double delta)
    {
        if (!(epsilon is >= LeastEpsilon and <= MostEpsilon))
            throw new ArgumentOutOfRangeException(nameof(epsilon), "ε lies from 0.01 to 100; 1 is strict, 10 hardly protects.");
        if (!(delta is >= LeastDelta and <= 1.0 / FewestRecords))
            throw new ArgumentOutOfRangeException(nameof(delta), "δ lies from 1e-30 to 0.001, and is at most one over the number of people.");
    }

    // Judged by the noisy number: that the true one is small would itself be told by refusing.
    private static void Demand(int records, double delta)
    {
        if (records < FewestRecords)
            throw new SynthesisRefusedException(string.Create(CultureInfo.InvariantCulture, $"Nothing is released: there are about {records:N0} people, and below {FewestRecords:N0} the noise would be all there is. Take more years or more areas together."));
        if (delta * records > 1)
            throw new SynthesisRefusedException(string.Create(CultureInfo.InvariantCulture, $"Nothing is released: with about {records:N0} people δ must be at most {1.0 / records:0.0e-0}, else one of them could be told whole. Ask for a smaller δ."));
    }

    private static CodedRecords Fit(Codebook codebook, SingleColumns singles, IReadOnlyList<Measurement> measured, RandomStream random, CancellationToken cancel)
    {
        ushort[][] columns = [.. singles.Expected.Select(expected => Untied(expected, singles.Records, random))];
        var fit = new RecordFit(columns, [.. codebook.Sizes], measured, random);
        for (var sweep = 0; sweep < LooseSweeps; sweep++)
        {
            cancel.ThrowIfCancellationRequested();
            fit.Sweep(Elementary.Exp(Elementary.Log(Strictest) * sweep / LooseSweeps));
        }

        for (var sweep = 0; sweep < MostStrictSweeps && fit.Sweep(double.PositiveInfinity) > 0; sweep++)
            cancel.ThrowIfCancellationRequested();
        return new CodedRecords(codebook, columns);
    }

    // As many of each value as expected, to within one, in any order.
    private static ushort[] Untied(double[] expected, int records, RandomStream random)
    {
        var column = new ushort[records];
        var (sofar, value) = (expected[0], 0);
        for (var record = 0; record < records; record++)
        {
            while (value < expected.Length - 1 && record + 0.5 > sofar)
                sofar += expected[++value];
            column[record] = (ushort)value;
        }

        for (var record = records - 1; record > 0; record--)
        {
            var other = random.Below(record + 1);
            (column[record], column[other]) = (column[other], column[record]);
        }

        return column;
    }
}
