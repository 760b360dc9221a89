using System.Globalization;
using System.Numerics;

namespace Amparo.Statistics.MultipleSystems;

/// <summary>
/// A hierarchical log-linear model of the counts (Fienberg 1972; Bishop, Fienberg and Holland 1975): log μ_ω = Σ α_θ over the terms θ inside
/// ω. It always holds the constant and every list's main effect; with a term it holds all of the term's parts. Immutable.
/// </summary>
public sealed class LoglinearModel : IEquatable<LoglinearModel>
{
    private readonly int[] _terms;
    private readonly HashSet<int> _interactions;

    private LoglinearModel(int lists, IEnumerable<int> interactions)
    {
        Lists = lists;
        Interactions = [.. interactions.Distinct().Order()];
        _interactions = [.. Interactions];
        // The constant stands last: the fit reads its variance off the last pivot.
        _terms = [.. Enumerable.Range(0, lists).Select(list => 1 << list), .. Interactions, 0];
    }

    /// <summary>t, the number of lists.</summary>
    public int Lists { get; }

    /// <summary>The terms of two or more lists, as ascending bit masks.</summary>
    public IReadOnlyList<int> Interactions { get; }

    /// <summary>p, as AIC and BIC count it: the constant, the main effects and the interactions, those that are minus infinity too.</summary>
    public int Parameters => _terms.Length;

    /// <summary>Lists independent of each other.</summary>
    /// <param name="lists">t, 2 to 12.</param>
    public static LoglinearModel MainEffects(int lists) => new(lists, []);

    /// <summary>The smallest hierarchical model with these terms.</summary>
    /// <param name="lists">t, 2 to 12.</param>
    /// <param name="terms">Bit masks; terms of fewer than two lists are there anyway.</param>
    /// <exception cref="ArgumentException">A term names a list that is not there.</exception>
    public static LoglinearModel Of(int lists, params IEnumerable<int> terms)
    {
        HashSet<int> all = [];
        foreach (var term in terms)
        {
            if (term < 0 || term >= 1 << lists)
                throw new ArgumentException($"There is no term {term} of {lists} lists.", nameof(terms));
            for (var part = term; part > 0; part = (part - 1) & term)
            {
                if (BitOperations.PopCount((uint)part) >= 2)
                    all.Add(part);
            }
        }

        return new(lists, all);
    }

    /// <summary>The model that <see cref="ToString"/> wrote, lists counted from 1: [12,13], or [1.2,1.10] with ten lists and more.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static LoglinearModel Parse(string text, int lists)
    {
        var inner = text.Trim() is ['[', .. var between, ']'] ? between : throw new FormatException($"A model is written [12,13], not {text}.");
        return Of(lists, inner.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Term));

        int Term(string written) => Numbers(written).Aggregate(0, (mask, number) =>
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var list) && list >= 1 && list <= lists
                ? mask | (1 << (list - 1)) : throw new FormatException($"There is no list {number} in {text}."));

        IEnumerable<string> Numbers(string written) => lists > 9 ? written.Split('.') : written.Select(c => c.ToString());
    }

    /// <summary>This model with one term (and its parts) more.</summary>
    public LoglinearModel With(int term) => Of(Lists, Interactions.Append(term));

    /// <summary>Whether the term of two or more lists is in the model.</summary>
    public bool Has(int interaction) => _interactions.Contains(interaction);

    /// <summary>The interactions that are part of no other: what the model's name lists.</summary>
    public IEnumerable<int> Generators => Interactions.Where(term => !Interactions.Any(other => other != term && (other & term) == term));

    /// <summary>The generators by the lists' numbers from 1, as [12,13]; [] stands for main effects alone.</summary>
    public override string ToString() => "[" + string.Join(',', Generators.Select(Written).Order(StringComparer.Ordinal)) + "]";

    /// <inheritdoc/>
    public bool Equals(LoglinearModel? other) => other is not null && other.Lists == Lists && other.Interactions.SequenceEqual(Interactions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LoglinearModel);

    /// <inheritdoc/>
    public override int GetHashCode() => Interactions.Aggregate(Lists, HashCode.Combine);

    /// <summary>Every term: main effects, interactions, and the constant last.</summary>
    internal ReadOnlySpan<int> Terms => _terms;

    private string Written(int term) =>
        string.Join(Lists > 9 ? "." : "", Enumerable.Range(1, Lists).Where(list => (term & (1 << (list - 1))) != 0).Select(list => list.ToString(CultureInfo.InvariantCulture)));
}
