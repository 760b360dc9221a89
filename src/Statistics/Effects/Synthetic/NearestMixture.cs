using Amparo.Statistics.MultipleSystems.Fitting;

namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>
/// The mixture of points (shares of 0 or more that sum to 1) that lies nearest to the origin: Wolfe's algorithm (1976), which ends after finitely many steps. Where
/// several mixtures are as near, it is one of them, always the same. Made once for as many points as there are, and used again.
/// </summary>
/// <param name="points">How many points.</param>
internal sealed class NearestMixture(int points)
{
    private const double Tolerance = 1e-12;
    private readonly int[] _members = new int[points];
    private readonly double[] _shares = new double[points];
    private readonly double[] _affine = new double[points];
    private readonly double[] _factor = new double[points * points];
    private int _count;

    /// <summary>Finds the shares.</summary>
    /// <param name="gram">points × points, row-major: the inner products of all pairs of points.</param>
    /// <param name="shares">One for each point; overwritten.</param>
    public void Find(ReadOnlySpan<double> gram, Span<double> shares)
    {
        var (first, scale) = (0, 0.0);
        for (var j = 0; j < points; j++)
        {
            first = gram[j * points + j] < gram[first * points + first] ? j : first;
            scale = double.Max(scale, gram[j * points + j]);
        }

        (_count, _members[0], _shares[0]) = (1, first, 1);
        // Each step comes nearer, so that no set of members returns; the bound is for rounding alone.
        for (var step = 0; step < 50 * points + 50; step++)
        {
            var (entering, product) = Lowest(gram);
            if (product >= Square(gram) - Tolerance * scale || _members.AsSpan(0, _count).Contains(entering))
                break;
            (_members[_count], _shares[_count]) = (entering, 0);
            _count++;
            while (!Descend(gram, scale))
            {
            }
        }

        shares.Clear();
        for (var i = 0; i < _count; i++)
            shares[_members[i]] = _shares[i];
    }

    // The point that lies farthest against where the mixture is.
    private (int Point, double Product) Lowest(ReadOnlySpan<double> gram)
    {
        var (point, lowest) = (0, double.PositiveInfinity);
        for (var j = 0; j < points; j++)
        {
            double product = 0;
            for (var i = 0; i < _count; i++)
                product += _shares[i] * gram[_members[i] * points + j];
            if (product < lowest)
                (point, lowest) = (j, product);
        }

        return (point, lowest);
    }

    private double Square(ReadOnlySpan<double> gram)
    {
        double square = 0;
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < _count; j++)
                square += _shares[i] * _shares[j] * gram[_members[i] * points + _members[j]];
        }

        return square;
    }

    // Goes towards the nearest point of the plane through the members; true when it is inside their hull. On the way out a member is dropped.
    private bool Descend(ReadOnlySpan<double> gram, double scale)
    {
        for (var i = 0; i < _count; i++)
        {
            _affine[i] = 1;
            for (var j = 0; j <= i; j++)
                _factor[i * _count + j] = scale + gram[_members[i] * points + _members[j]];
        }

        if (scale == 0 || !Cholesky.Factor(_factor.AsSpan(0, _count * _count), _count))
        {
            // The newest lies in the plane of the others for all that can be said: it brings nothing.
            _count--;
            return true;
        }

        Cholesky.Solve(_factor, _count, _affine.AsSpan(0, _count));
        double sum = 0, part = 1;
        for (var i = 0; i < _count; i++)
            sum += _affine[i];
        for (var i = 0; i < _count; i++)
        {
            _affine[i] /= sum;
            if (_affine[i] <= Tolerance)
                part = double.Min(part, _shares[i] / double.Max(_shares[i] - _affine[i], double.Epsilon));
        }

        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var share = _shares[i] + part * (_affine[i] - _shares[i]);
            if (share > Tolerance)
                (_members[kept], _shares[kept++]) = (_members[i], share);
        }

        var isInside = kept == _count;
        _count = kept;
        return isInside;
    }
}
