namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>The equations of one Newton step: the information between two terms is the expected overlap of both together.</summary>
internal sealed class NewtonSystem(int lists)
{
    private const double Damping = 1e-8;
    private readonly double[] _step = new double[1 << lists];
    private double[] _information = [];
    private int _size;

    /// <summary>The right side before <see cref="Solve"/>, the step after it; in the order of the terms.</summary>
    public Span<double> Step => _step.AsSpan(0, _size);

    /// <summary>The inverse information's last entry: the constant stands last.</summary>
    public double VarianceOfLast => _information[_size * _size - 1] * _information[_size * _size - 1];

    /// <summary>False where the information is singular for all that double precision can say.</summary>
    /// <param name="terms">The terms, by mask.</param>
    /// <param name="expected">Expected overlaps, by mask.</param>
    /// <param name="isDamped">Whether the diagonal is raised a little, so that a nearly singular one can be walked on.</param>
    public bool Factor(ReadOnlySpan<int> terms, ReadOnlySpan<double> expected, bool isDamped = false)
    {
        _size = terms.Length;
        if (_information.Length < _size * _size)
            _information = new double[_size * _size];
        for (var i = 0; i < _size; i++)
        {
            var row = _information.AsSpan(i * _size, i + 1);
            for (var j = 0; j < row.Length; j++)
                row[j] = expected[terms[i] | terms[j]];
            if (isDamped)
                row[i] *= 1 + Damping;
        }

        return Cholesky.Factor(_information, _size);
    }

    public void Solve() => Cholesky.Solve(_information, _size, _step);
}
