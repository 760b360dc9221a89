using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Privacy;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats budget</c></summary>
internal static class BudgetCommand
{
    private const string What =
        """
        The privacy ledger of some data: what was released of the same people, what of the budget is left, and which exact tables stand outside of any guarantee.
        With --data, --epsilon and --delta a new ledger is begun; its budget cannot be changed later. With --mark a table of exact counts is noted.
        Exit code: 0 done, 2 the ledger or an option is wrong.
        """;

    private static readonly Argument<string> Ledger = new("LEDGER") { Description = "The ledger (JSON)." };
    private static readonly Option<string?> Data = new("--data") { Description = "Begins a ledger: which data, so that people know it." };
    private static readonly Option<double?> Epsilon = new("--epsilon") { Description = "Begins a ledger: ε of everything that will ever be released." };
    private static readonly Option<double?> Delta = new("--delta") { Description = "Begins a ledger: δ, at most one over the number of people." };
    private static readonly Option<double?> Yearly = new("--yearly") { Description = "Begins a ledger: ε of one calendar year. Else only the lifetime's." };
    private static readonly Option<string?> Mark = new("--mark") { Description = "Notes a table of exact counts that was published." };

    public static Command Make()
    {
        var command = new Command("budget", What) { Ledger, Data, Epsilon, Delta, Yearly, Mark, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report)
    {
        var path = parsed.GetValue(Ledger)!;
        if (parsed.GetValue(Data) is { } data)
        {
            if (parsed.GetValue(Epsilon) is not { } epsilon || parsed.GetValue(Delta) is not { } delta)
                throw new CommandRefused("A new ledger needs --epsilon and --delta.");
            LedgerStore.Begin(path, new PrivacyLedger(data, new PrivacyBudget(epsilon, delta, parsed.GetValue(Yearly)), []));
        }
        else if ((parsed.GetValue(Epsilon) ?? parsed.GetValue(Delta) ?? parsed.GetValue(Yearly)) is not null)
            throw new CommandRefused("--epsilon, --delta and --yearly belong to a new ledger; name its data with --data. The budget of an old one cannot be changed.");

        var ledger = LedgerStore.Change(path, ledger => parsed.GetValue(Mark) is { } table ? ledger.Mark(LedgerStore.Today, table) : ledger);
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(ledger)) : Text(ledger);
    }

    /// <summary>The ledger for programs.</summary>
    public static object Json(PrivacyLedger ledger) => new
    {
        data = ledger.Data,
        epsilon = ledger.Budget.Epsilon,
        delta = ledger.Budget.Delta,
        yearlyEpsilon = ledger.Budget.YearlyEpsilon,
        spent = ledger.Epsilon,
        spentThisYear = ledger.EpsilonOf(LedgerStore.Today.Year),
        outsideTheGuarantee = ledger.OutsideTheGuarantee.Select(entry => entry.What),
    };

    /// <summary>The ledger for people, its state last.</summary>
    private static string Text(PrivacyLedger ledger)
    {
        var text = new StringBuilder();
        foreach (var entry in ledger.Entries)
            text.AppendLine(CultureInfo.InvariantCulture, $"{entry.Date:yyyy-MM-dd} {(entry.Rho is { } rho ? rho.ToString("0.00000", CultureInfo.InvariantCulture) : "exact"),9}  {entry.What}");
        return text.Append(State(ledger)).ToString();
    }

    /// <summary>What is spent, and what no budget covers.</summary>
    public static string State(PrivacyLedger ledger)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{ledger.Data}: ε = {ledger.Epsilon:0.###} of {ledger.Budget.Epsilon:0.###} is spent at δ = {ledger.Budget.Delta:0.0e-0}");
        if (ledger.Budget.YearlyEpsilon is { } yearly)
            text.Append(CultureInfo.InvariantCulture, $"; this year {ledger.EpsilonOf(LedgerStore.Today.Year):0.###} of {yearly:0.###}");
        text.Append('.');
        return ledger.OutsideTheGuarantee.Count() is > 0 and var exact
            ? text.Append(CultureInfo.InvariantCulture, $" Exact tables published besides: {exact}. What they tell of a person is outside of this guarantee.").ToString() : text.ToString();
    }
}
