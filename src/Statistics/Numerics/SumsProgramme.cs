namespace Amparo.Statistics.Numerics;

/// <summary>
/// A linear programme over numbers and sums of them, each between two bounds: how large or small can one of them be? The simplex method for
/// bounded variables on a dense tableau (Dantzig 1963, chapter 18), which begins at a point that is known to be consistent, so that it needs no first
/// phase, and keeps its basis from question to question. Coefficients stay -1, 0 and 1 for sums that nest or cross in two directions, and small
/// fractions otherwise. Not thread-safe.
/// </summary>
internal sealed class SumsProgramme
{
    private const double Tiny = 1e-9;
    private const int Stalled = 60;
    private readonly SumsTableau _tableau;
    private readonly double[] _start;
    private readonly SumsCheck _check;

    /// <param name="start">A consistent value for each number; those of the sums follow from them.</param>
    /// <param name="sums">Each sum's numbers, by index. The sum with index i is variable <c>start.Count + i</c>.</param>
    public SumsProgramme(IReadOnlyList<double> start, IReadOnlyList<int[]> sums)
    {
        _start = [.. start, .. sums.Select(sum => sum.Sum(number => start[number]))];
        Value = [.. _start];
        Lower = [.. _start];
        Upper = [.. _start];
        (_tableau, _check) = (new SumsTableau(start.Count, sums), new SumsCheck(start.Count, sums));
    }

    /// <summary>Where the last question ended: a consistent assignment, the proof that the bound is reached.</summary>
    public double[] Value { get; }

    /// <summary>Never above the start. Both bounds are the start's value until they are set.</summary>
    public double[] Lower { get; }

    /// <summary>Never below the start.</summary>
    public double[] Upper { get; }

    /// <summary>The largest value (or, downwards, the smallest) of one variable; plus infinity where nothing holds it.</summary>
    /// <param name="variable">Its index.</param>
    /// <param name="up">Whether the largest is asked for.</param>
    /// <param name="enough">Where it may stop: any value as far as this.</param>
    /// <exception cref="ArithmeticException">Rounding has eaten the answer; not seen yet.</exception>
    public double Furthest(int variable, bool up, double enough)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var furthest = Ask(variable, up, enough);
            if (_check.IsConsistent(Value) && (_tableau.Place[variable] < 0 || _check.IsEquation(variable, Proof(variable))))
                return furthest;
            _tableau.Rebuild();
        }

        throw new ArithmeticException("The linear programme lost its precision.");
    }

    /// <summary>What the last question moved away from the start.</summary>
    public IEnumerable<int> Moved() => Enumerable.Range(0, Value.Length).Where(i => double.Abs(Value[i] - _start[i]) > 1e-7);

    private double Ask(int variable, bool up, double enough)
    {
        _tableau.Refresh();
        _start.CopyTo(Value, 0);
        var direction = up ? 1 : -1;
        for (var stalled = 0; direction * (enough - Value[variable]) > Tiny;)
        {
            var (column, move) = _tableau.Place[variable] < 0 ? Own(variable, direction) : Entering(_tableau.Place[variable], direction, stalled > Stalled);
            if (column < 0)
                break;
            var (row, step) = Blocking(column, move, stalled > Stalled);
            if (double.IsPositiveInfinity(step))
            {
                if (double.IsInfinity(enough))
                    return enough;
                var rate = _tableau.Place[variable] < 0 ? 1 : double.Abs(_tableau.Rows[_tableau.Place[variable]][column]);
                step = double.Abs(enough - Value[variable]) / rate;
            }

            Move(column, move * step);
            stalled = step > Tiny ? 0 : stalled + 1;
            if (row >= 0 && _tableau.Basic[row] == variable)
                break;
            if (row >= 0)
                _tableau.Pivot(row, column);
        }

        return Value[variable];
    }

    /// <summary>
    /// After a question that found a bound: the weights w of the equation Δvariable = Σ w Δother that proves it, by variable; nothing where the variable
    /// met its own bound.
    /// </summary>
    public IEnumerable<(int Other, double Weight)> Proof(int variable) => _tableau.Place[variable] < 0
        ? []
        : _tableau.Rows[_tableau.Place[variable]].Select((weight, column) => (_tableau.Free[column], -weight)).Where(pair => double.Abs(pair.Item2) > Tiny);

    private (int Column, int Move) Own(int variable, int direction) =>
        direction > 0 ? Value[variable] < Upper[variable] ? (~_tableau.Place[variable], 1) : (-1, 0) : Value[variable] > Lower[variable] ? (~_tableau.Place[variable], -1) : (-1, 0);

    // The steepest; after many steps that went nowhere the lowest variable, as Bland's rule has it, which cannot cycle.
    private (int Column, int Move) Entering(int row, int direction, bool lowest)
    {
        var (found, move, best) = (-1, 0, 0.0);
        var weights = _tableau.Rows[row];
        for (var column = 0; column < _tableau.Free.Length; column++)
        {
            var gain = -direction * weights[column];
            if (double.Abs(gain) <= Tiny)
                continue;
            var other = _tableau.Free[column];
            if (gain > 0 ? Value[other] >= Upper[other] - Tiny : Value[other] <= Lower[other] + Tiny)
                continue;
            if (found < 0 || (lowest ? other < _tableau.Free[found] : double.Abs(gain) > best))
                (found, move, best) = (column, gain > 0 ? 1 : -1, double.Abs(gain));
        }

        return (found, move);
    }

    private (int Row, double Step) Blocking(int column, int move, bool lowest)
    {
        var entering = _tableau.Free[column];
        var (found, step, size) = (-1, move > 0 ? Upper[entering] - Value[entering] : Value[entering] - Lower[entering], 0.0);
        for (var row = 0; row < _tableau.Rows.Length; row++)
        {
            var change = -move * _tableau.Rows[row][column];
            if (double.Abs(change) <= Tiny)
                continue;
            var held = _tableau.Basic[row];
            var room = double.Max(0, change > 0 ? (Upper[held] - Value[held]) / change : (Lower[held] - Value[held]) / change);
            var isTie = double.Abs(room - step) <= Tiny;
            if (room < step - Tiny || (isTie && found >= 0 && (lowest ? held < _tableau.Basic[found] : double.Abs(change) > size)))
                (found, step, size) = (row, room, double.Abs(change));
        }

        return (found, step);
    }

    private void Move(int column, double by)
    {
        if (by == 0)
            return;
        Value[_tableau.Free[column]] += by;
        for (var row = 0; row < _tableau.Rows.Length; row++)
            Value[_tableau.Basic[row]] -= _tableau.Rows[row][column] * by;
    }
}
