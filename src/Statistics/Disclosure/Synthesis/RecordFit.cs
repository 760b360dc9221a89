using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>
/// Made-up records whose counts come as near to the measured ones as they can, in squares weighed by their noise. Values are drawn anew, record by record and
/// column by column, given the rest (Gibbs), first loosely and then ever more strictly, from records without ties between columns: what nothing measured
/// stays as if independent. Only what is measured already goes in, so nothing of this costs privacy.
/// </summary>
internal sealed class RecordFit
{
    private readonly ushort[][] _columns;
    private readonly int[] _sizes;
    private readonly Part[] _parts;
    private readonly (int Part, int Stride)[][] _partsOf;
    private readonly RandomStream _random;
    private readonly double[] _pull;
    private readonly double[] _weights;

    /// <param name="columns">Records to begin from; changed in place.</param>
    /// <param name="sizes">How many values each column has.</param>
    /// <param name="measured">What to come near to.</param>
    /// <param name="random">For the draws.</param>
    public RecordFit(ushort[][] columns, int[] sizes, IReadOnlyList<Measurement> measured, RandomStream random)
    {
        (_columns, _sizes, _random) = (columns, sizes, random);
        _pull = new double[sizes.Max()];
        _weights = new double[sizes.Max()];
        _parts = [.. measured.Select(one => new Part(one, sizes, columns))];
        _partsOf = [.. sizes.Select((_, column) => _parts.Index().Where(part => part.Item.Columns.Contains(column))
            .Select(part => (part.Index, part.Item.Strides[Array.IndexOf(part.Item.Columns, column)])).ToArray())];
    }

    /// <summary>Draws each value of each record anew once.</summary>
    /// <param name="strictness">1 draws as probability has it; more comes nearer; infinite takes the nearest.</param>
    /// <returns>How many values changed.</returns>
    public int Sweep(double strictness)
    {
        var changed = 0;
        for (var record = 0; record < _columns[0].Length; record++)
        {
            for (var column = 0; column < _sizes.Length; column++)
            {
                if (_partsOf[column].Length > 0)
                    changed += Renew(record, column, strictness) ? 1 : 0;
            }
        }

        return changed;
    }

    private bool Renew(int record, int column, double strictness)
    {
        var old = _columns[column][record];
        var size = _sizes[column];
        var pull = _pull.AsSpan(0, size);
        pull.Clear();
        foreach (var (index, stride) in _partsOf[column])
        {
            var part = _parts[index];
            var cell = part.Cell(_columns, record) - old * stride;
            part.Excess[cell + old * stride] -= part.Weight;
            for (var value = 0; value < size; value++)
                pull[value] += part.Excess[cell + value * stride];
        }

        var taken = double.IsInfinity(strictness) ? Nearest(pull, old) : Drawn(pull, strictness);
        _columns[column][record] = (ushort)taken;
        foreach (var (index, _) in _partsOf[column])
        {
            var part = _parts[index];
            part.Excess[part.Cell(_columns, record)] += part.Weight;
        }

        return taken != old;
    }

    private static int Nearest(ReadOnlySpan<double> pull, int old)
    {
        var best = old;
        for (var value = 0; value < pull.Length; value++)
        {
            if (pull[value] < pull[best] - 1e-12)
                best = value;
        }

        return best;
    }

    private int Drawn(ReadOnlySpan<double> pull, double strictness)
    {
        var least = pull[0];
        foreach (var one in pull)
            least = double.Min(least, one);
        var weights = _weights.AsSpan(0, pull.Length);
        for (var value = 0; value < pull.Length; value++)
            weights[value] = strictness * (least - pull[value]);
        Elementary.Exp(weights, weights);
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        var left = _random.Uniform() * sum;
        var taken = 0;
        while (taken < weights.Length - 1 && (left -= weights[taken]) > 0)
            taken++;
        return taken;
    }

    // Excess is (made up - measured) / σ² in each combination: what one record more there costs, but for a constant.
    private sealed class Part
    {
        public Part(Measurement measured, int[] sizes, ushort[][] columns)
        {
            (Columns, Weight) = (measured.Columns, 1 / measured.Variance);
            Strides = new int[Columns.Length];
            var stride = 1;
            for (var i = Columns.Length - 1; i >= 0; i--)
            {
                Strides[i] = stride;
                stride *= sizes[Columns[i]];
            }

            Excess = [.. measured.Counts.Select(count => -count * Weight)];
            for (var record = 0; record < columns[0].Length; record++)
                Excess[Cell(columns, record)] += Weight;
        }

        public int[] Columns { get; }

        public int[] Strides { get; }

        public double[] Excess { get; }

        public double Weight { get; }

        public int Cell(ushort[][] columns, int record)
        {
            var cell = 0;
            for (var i = 0; i < Columns.Length; i++)
                cell += columns[Columns[i]][record] * Strides[i];
            return cell;
        }
    }
}
