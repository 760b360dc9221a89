namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>The grade of two encoded terms by the Dice coefficient of their pieces.</summary>
/// <param name="alike">From which on a slip or a respelling may part them.</param>
/// <param name="close">From which on they are close.</param>
/// <param name="distant">From which on they are not different.</param>
internal sealed class FilterLikeness(double alike = 0.85, double close = 0.62, double distant = 0.45) : ILikeness
{
    public Grade Of(Term one, Term other)
    {
        if (ReferenceEquals(one, other) || one.Text == other.Text)
            return Grade.Same;
        var dice = one.Filter!.Dice(other.Filter!);
        return dice >= alike ? Grade.SaidAlike : dice >= close ? Grade.Close : dice >= distant ? Grade.Distant : Grade.Different;
    }
}
