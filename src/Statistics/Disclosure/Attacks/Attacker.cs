using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Attacks;

/// <summary>
/// The outsider: knows every figure that is printed, in all tables at once, that cells are 0 or more and sums are sums, and how the program suppresses;
/// asks a linear programme how small and how large each other count may be (Fischetti and Salazar-González 2001). Whole numbers are not asked for, so an
/// outsider who uses that they are may in tables of three dimensions know a little more. Not thread-safe.
/// </summary>
internal sealed class Attacker
{
    private readonly Protection _protection;
    private readonly SumsProgramme _programme;

    // What must be hidden for the proof that a count is protected to hold, as it was found last.
    private readonly int[]?[] _proofs;

    public Attacker(Unknowns unknowns, Protection protection)
    {
        (Unknowns, _protection) = (unknowns, protection);
        _programme = new SumsProgramme([.. unknowns.All.Take(unknowns.Cells).Select(unknown => (double)unknown.Count)], unknowns.Sums);
        (IsHidden, _proofs) = (new bool[unknowns.All.Count], new int[]?[unknowns.All.Count]);
        for (var i = 0; i < IsHidden.Length; i++)
        {
            if (!unknowns.All[i].IsPrinted)
                Hide(i);
        }
    }

    public Unknowns Unknowns { get; }

    /// <summary>By unknown.</summary>
    public bool[] IsHidden { get; }

    public void Hide(int unknown)
    {
        IsHidden[unknown] = true;
        (_programme.Lower[unknown], _programme.Upper[unknown]) = (Floor(unknown), double.PositiveInfinity);
    }

    public void Show(int unknown)
    {
        IsHidden[unknown] = false;
        _programme.Lower[unknown] = _programme.Upper[unknown] = Unknowns.All[unknown].Count;
    }

    /// <summary>All that can be derived of one count, rounded inwards to whole numbers.</summary>
    public Derivable Derive(int unknown)
    {
        if (!IsHidden[unknown])
            return new Derivable(Unknowns.All[unknown].Count, Unknowns.All[unknown].Count);
        var highest = _programme.Furthest(unknown, true, double.PositiveInfinity);
        return new Derivable(double.Ceiling(_programme.Furthest(unknown, false, double.NegativeInfinity) - 1e-6), double.Floor(highest + 1e-6));
    }

    /// <summary>Nothing where a count is protected; else what every sufficient suppression satisfies and this one does not.</summary>
    /// <param name="unknown">A hidden one.</param>
    /// <param name="more">Width asked for beyond the protection's, to make up for rounding; the same each time.</param>
    public Cut? Breach(int unknown, int more)
    {
        if (_proofs[unknown] is { } proof && Array.TrueForAll(proof, other => IsHidden[other]))
            return null;
        var count = Unknowns.All[unknown].Count;
        var (reach, width) = (_protection.Threshold + more, _protection.LeastWidth + more);
        Dictionary<int, double> weights = [];
        var highest = _programme.Furthest(unknown, true, int.Max(reach, count + width));
        if (highest < reach - 1e-6)
        {
            Add(weights, unknown, 1);
            return Cut.Of(weights, reach - count, Unknowns);
        }

        int[] moved = [.. _programme.Moved()];
        if (highest >= count + width - 1e-6)
        {
            _proofs[unknown] = moved;
            return null;
        }

        Add(weights, unknown, 1);
        var lowest = _programme.Furthest(unknown, false, highest - width);
        if (highest - lowest >= width - 1e-6)
        {
            _proofs[unknown] = [.. moved, .. _programme.Moved()];
            return null;
        }

        // Where its own floor stops it, no other count can help.
        if (lowest <= Floor(unknown) + 1e-6)
            return Cut.Of(weights, width - (count - Floor(unknown)), Unknowns);
        Add(weights, unknown, -1);
        return Cut.Of(weights, width, Unknowns);
    }

    private double Floor(int unknown) => Unknowns.All[unknown].IsPrinted && _protection.ZerosArePublic ? 1 : 0;

    // How far each other count lets this one go, were it hidden: what it can rise by is without bound, what it can fall by is down to its floor.
    private void Add(Dictionary<int, double> weights, int unknown, int direction)
    {
        foreach (var (other, weight) in _programme.Proof(unknown))
        {
            var room = direction * weight > 0 ? double.PositiveInfinity : -direction * weight * (Unknowns.All[other].Count - Floor(other));
            weights[other] = weights.GetValueOrDefault(other) + room;
        }
    }
}
