using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.Disclosure.Synthesis;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats synthesize</c></summary>
internal static class SynthesizeCommand
{
    private const string What =
        """
        Records of nobody, whose counts are near those of the people in the file: differentially private for one person more or less.
        The file has a header and a line for each person. Nothing is released below about 1,000 people, or where the ledger's budget does not allow of it.
        Exit code: 0 done, 1 stopped or refused, 2 a file or an option is wrong. docs/methods/synthesis.md says what ε and δ promise and what they do not.
        """;

    private static readonly Option<string> Input = new("--input") { Description = "The people's records (CSV).", Required = true };
    private static readonly Option<string> Output = new("--output") { Description = "Where the made-up records are written (CSV).", Required = true };
    private static readonly Option<double> Epsilon = new("--epsilon") { Description = "ε: how much more likely any outcome may become by one person. 1 is strict, 10 hardly protects.", Required = true };
    private static readonly Option<double> Delta = new("--delta") { Description = "δ: the chance that the promise fails; at most one over the number of people.", Required = true };
    private static readonly Option<string?> CodebookPath = new("--codebook") { Description = "The values that each column may have (CSV: column,value). Only its columns are taken." };
    private static readonly Option<bool> ValuesArePublic = new("--values-are-public") { Description = "Instead of a codebook: that the values in the file occur is no secret. You answer for it." };
    private static readonly Option<string?> Ledger = new("--ledger") { Description = "The privacy ledger of these people (see: amparo stats budget). What is spent is written there first." };

    public static Command Make()
    {
        var command = new Command("synthesize", What) { Input, Output, Epsilon, Delta, CodebookPath, ValuesArePublic, Ledger, StatsRun.AsJson };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                return await StatsRun.RunAsync(parsed, report => Say(parsed, report, cancel), cancel);
            }
            catch (Exception refused) when (refused is BudgetSpentException or SynthesisRefusedException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
                return CommandHost.Refused;
            }
        });
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, CancellationToken cancel)
    {
        var (epsilon, delta, output) = (parsed.GetValue(Epsilon), parsed.GetValue(Delta), parsed.GetValue(Output)!);
        Synthesizer.Check(epsilon, delta);
        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            throw new CommandRefused($"There is no folder {folder} to write into. Make it first; nothing was asked or spent yet.");
        var people = People(parsed);
        // Spent before anything is asked, and not given back when it is stopped: else one could ask until one likes the answer.
        var ledger = parsed.GetValue(Ledger) is { } path
            ? LedgerStore.Change(path, before => before.Spend(LedgerStore.Today, $"synthetic records {Path.GetFileName(output)}", ZeroConcentrated.Rho(epsilon, delta))) : null;
        var made = Make(people, epsilon, delta, cancel);
        StatsRun.Write(output, RecordsFile.Write(made.Records));
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(made, epsilon, delta, parsed.GetValue(ValuesArePublic), ledger)) : Text(made, epsilon, delta, parsed.GetValue(ValuesArePublic), ledger);
    }

    private static SyntheticRecords Make(CodedRecords people, double epsilon, double delta, CancellationToken cancel)
    {
        try
        {
            return Synthesizer.Run(people, epsilon, delta, new SecretBits(), cancel);
        }
        catch (OperationCanceledException stopped)
        {
            throw new SynthesisRefusedException("Stopped. Nothing is released; what was to be spent stays spent.", stopped);
        }
    }

    private static CodedRecords People(ParseResult parsed)
    {
        var (path, arePublic) = (parsed.GetValue(CodebookPath), parsed.GetValue(ValuesArePublic));
        if (path is null != arePublic)
            throw new CommandRefused("Give --codebook FILE with the values that may occur: read from the records, they would tell that somebody has a rare one. Only where all are known anyway say --values-are-public instead.");
        var given = path is null ? null : StatsRun.Read(path, CodebookFile.Read);
        return StatsRun.Read(parsed.GetValue(Input)!, text =>
        {
            var sheet = SheetFile.Read(text);
            return RecordsFile.Read(sheet, given ?? CodebookFile.Occurring(sheet));
        });
    }

    private static string Text(SyntheticRecords made, double epsilon, double delta, bool arePublic, PrivacyLedger? ledger)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{made.Records.Count:N0} made-up records, {made.Records.Codebook.Names.Count} columns. Ties of {made.Pairs.Count:N0} pairs of columns were measured:");
        foreach (var (one, other) in made.Pairs)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {made.Records.Codebook.Names[one]} × {made.Records.Codebook.Names[other]}");
        text.AppendLine("All other ties are there only so far as these bring them; counts of three columns and more are rough.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Differentially private for one person more or less: ε = {epsilon:0.###}, δ = {delta:0.0e-0} (ρ = {made.Rho:0.#####}){(arePublic ? ", but for which values occur, which you said is public" : "")}.");
        return text.Append(ledger is null
            ? "No ledger was given. Whatever else is released of these people adds to the loss, and nobody has written it down."
            : BudgetCommand.State(ledger)).ToString();
    }

    private static object Json(SyntheticRecords made, double epsilon, double delta, bool arePublic, PrivacyLedger? ledger) => new
    {
        records = made.Records.Count,
        epsilon,
        delta,
        rho = made.Rho,
        valuesArePublic = arePublic,
        pairs = made.Pairs.Select(pair => (string[])[made.Records.Codebook.Names[pair.One], made.Records.Codebook.Names[pair.Other]]),
        ledger = ledger is null ? null : BudgetCommand.Json(ledger),
    };
}
