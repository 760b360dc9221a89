using System.Diagnostics;
using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Disclosure.Synthesis;

namespace Amparo.StatisticsBench;

/// <summary>Made-up records beside the people's, at δ = 1 / (n log n): mean total variation distance of all tables of one, two and three columns, an empty cell being a value like any other.</summary>
internal static class SynthesisRun
{
    public static void Run(string path, int seeds)
    {
        var people = Read(path);
        var delta = 1 / (people.Count * double.Log(people.Count));
        Console.Out.WriteLine("| Records | ε | ρ | Records out | Distance 1 / 2 / 3 | Error of counts 1 / 2 / 3 | Left out / made up at 3 | Pairs | Seconds | Peak MB |\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var epsilon in (double[])[1, 12])
        {
            SynthesisScore score = new(people);
            List<double> times = [];
            var (pairs, least, most) = (0, int.MaxValue, 0);
            for (var seed = 1; seed <= seeds; seed++)
            {
                var watch = Stopwatch.StartNew();
                var made = Synthesizer.Run(people, epsilon, delta, new SeededBits(seed, 0), CancellationToken.None);
                times.Add(watch.Elapsed.TotalSeconds);
                (pairs, least, most) = (pairs + made.Pairs.Count, int.Min(least, made.Records.Count), int.Max(most, made.Records.Count));
                score.Add(made.Records);
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {people.Count:N0} × {people.Columns.Count} | {epsilon} | {ZeroConcentrated.Rho(epsilon, delta):0.0000} | {least:N0} – {most:N0} | {score.Distances} | {score.Errors} | {score.Combinations} | {(double)pairs / seeds:0} | {times.Order().ElementAt(seeds / 2):0.0} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} |"));
        }
    }

    /// <summary>
    /// The game: runs with one more person, who has a value of their own in each column, and runs without. Somebody who sees the made-up records counts how many
    /// of those values stand in them. The ε found must not exceed the stated one.
    /// </summary>
    public static void Play(string path, double epsilon, int runs)
    {
        var people = Read(path);
        var wider = new Codebook([.. people.Codebook.Names.Zip(people.Codebook.Values, (name, values) => (name, (IReadOnlyList<string>)[.. values, "planted"]))]);
        var delta = 1 / (people.Count * double.Log(people.Count));
        var without = Seen(new CodedRecords(wider, people.Columns), 0);
        var with = Seen(new CodedRecords(wider, [.. people.Columns.Select((column, i) => (ushort[])[.. column, (ushort)people.Codebook.Values[i].Count])]), runs);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ε stated {epsilon}, δ {delta:0.0e-0}, runs 2 × {runs}: ε at least {EmpiricalPrivacy.LowerBound(with, without, delta, 0.95):0.000} (95 %); values of the planted person found on average {with.Average():0.00} with, {without.Average():0.00} without"));

        double[] Seen(CodedRecords asked, int from) => [.. Enumerable.Range(from, runs).Select(seed =>
        {
            var made = Synthesizer.Run(asked, epsilon, delta, new SeededBits(seed, 1), CancellationToken.None).Records;
            return (double)made.Columns.Select((column, i) => column.Count(value => value == people.Codebook.Values[i].Count)).Sum();
        })];
    }

    // The bench's tables are published ones, so that their values are no secret.
    private static CodedRecords Read(string path)
    {
        using var text = File.OpenText(path);
        var sheet = SheetFile.Read(text);
        return RecordsFile.Read(sheet, CodebookFile.Occurring(sheet));
    }
}
