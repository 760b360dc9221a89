using System.Globalization;

namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>
/// All that was ever released of one body of data. Losses compose by adding their ρ, whatever was asked and in whichever order, and are stated at the budget's δ.
/// Adding gives a new ledger; nothing is taken off an old one.
/// </summary>
public sealed class PrivacyLedger
{
    /// <param name="data">Which data: the same people always have the same ledger.</param>
    /// <param name="budget">What may be lost.</param>
    /// <param name="entries">What was released, oldest first. A budget may be found exceeded: then nothing more fits.</param>
    /// <exception cref="ArgumentException">A name is empty or a number lies outside of its range.</exception>
    public PrivacyLedger(string data, PrivacyBudget budget, IEnumerable<LedgerEntry> entries)
    {
        budget.Check();
        (Data, Budget, Entries) = (data, budget, [.. entries]);
        if (string.IsNullOrWhiteSpace(data) || Entries.Any(entry => string.IsNullOrWhiteSpace(entry.What)))
            throw new ArgumentException("The data and each release have a name.");
        if (Entries.Any(entry => entry.Rho is { } rho && !(double.IsFinite(rho) && rho >= 0)))
            throw new ArgumentException("What a release cost (ρ) is a number, and 0 or more.");
    }

    /// <summary>Which data.</summary>
    public string Data { get; }

    /// <summary>What may be lost.</summary>
    public PrivacyBudget Budget { get; }

    /// <summary>What was released, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>ρ of all private releases.</summary>
    public double Rho => Entries.Sum(entry => entry.Rho ?? 0);

    /// <summary>ε that they make together, at the budget's δ. Exact tables are not in it.</summary>
    public double Epsilon => Stated(Rho);

    /// <summary>Tables of exact counts: what they tell of a person is bounded by no ε.</summary>
    public IEnumerable<LedgerEntry> OutsideTheGuarantee => Entries.Where(entry => entry.IsExact);

    /// <summary>ε of one calendar year's releases.</summary>
    /// <param name="year">Which.</param>
    public double EpsilonOf(int year) => Stated(RhoOf(year));

    /// <summary>Why a release does not fit, for people; nothing where it does.</summary>
    /// <param name="date">When it would be.</param>
    /// <param name="rho">What it costs; 0 or more.</param>
    public string? Objection(DateOnly date, double rho)
    {
        if (Stated(Rho + rho) is var whole && whole > Budget.Epsilon)
            return Sentence("ever", whole, Budget.Epsilon, Epsilon);
        return Budget.YearlyEpsilon is { } yearly && Stated(RhoOf(date.Year) + rho) is var year && year > yearly
            ? Sentence($"in {date.Year}", year, yearly, EpsilonOf(date.Year)) : null;
    }

    /// <summary>With a private release more.</summary>
    /// <param name="date">When.</param>
    /// <param name="what">So that people find it again.</param>
    /// <param name="rho">What it costs; 0 or more.</param>
    /// <exception cref="BudgetSpentException">It does not fit: <see cref="Objection"/>.</exception>
    /// <exception cref="ArgumentException">No name, or not such a number.</exception>
    public PrivacyLedger Spend(DateOnly date, string what, double rho) => Objection(date, rho) is { } objection
        ? throw new BudgetSpentException(objection)
        : new(Data, Budget, Entries.Append(new LedgerEntry(date, what, rho)));

    /// <summary>With a table of exact counts more. It always fits, because no budget covers it, and stays marked as outside of the guarantee.</summary>
    /// <param name="date">When.</param>
    /// <param name="what">So that people find it again.</param>
    /// <exception cref="ArgumentException">No name.</exception>
    public PrivacyLedger Mark(DateOnly date, string what) => new(Data, Budget, Entries.Append(new LedgerEntry(date, what, null)));

    private double RhoOf(int year) => Entries.Where(entry => entry.Date.Year == year).Sum(entry => entry.Rho ?? 0);

    private double Stated(double rho) => rho == 0 ? 0 : ZeroConcentrated.Epsilon(rho, Budget.Delta);

    private string Sentence(string when, double would, double limit, double spent) => string.Create(CultureInfo.InvariantCulture,
        $"With it, all that was released of {Data} {when} would make ε = {would:0.###}; the budget is {limit:0.###}, of which {spent:0.###} is spent. Ask for a smaller ε, or release nothing.");
}
