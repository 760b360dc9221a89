namespace Amparo.Statistics.Trends.Queues;

/// <summary>Erlang's formulas for operators who answer calls that come at random; rates in calls and seconds.</summary>
public static class Erlang
{
    /// <summary>B: the share of calls that find all busy, where such calls are lost.</summary>
    /// <param name="operators">1 or more.</param>
    /// <param name="load">Calls arriving per handling time (erlang), 0 or more.</param>
    public static double Blocked(int operators, double load)
    {
        Check(operators, load);
        double blocked = 1;
        for (var k = 1; k <= operators; k++)
            blocked = load * blocked / (k + load * blocked);
        return blocked;
    }

    /// <summary>C: everybody waits until answered. Where few would, it says far too much: see <see cref="ErlangA"/>.</summary>
    /// <param name="operators">1 or more.</param>
    /// <param name="callsPerSecond">0 or more.</param>
    /// <param name="handling">Mean seconds a call takes, above 0.</param>
    /// <returns>Nothing where there is more work than operators: the queue grows without end.</returns>
    public static ErlangC? Waiting(int operators, double callsPerSecond, double handling)
    {
        var load = callsPerSecond * handling;
        Check(operators, load);
        if (load >= operators)
            return null;
        var blocked = Blocked(operators, load);
        return new ErlangC(operators * blocked / (operators - load * (1 - blocked)), operators - load, handling);
    }

    internal static void Check(int operators, double load)
    {
        if (operators < 1 || !(load >= 0 && double.IsFinite(load)))
            throw new ArgumentException("There is at least one operator, and the load is 0 or more.");
    }
}

/// <summary>What Erlang C says.</summary>
/// <param name="Wait">The share of calls that wait at all.</param>
/// <param name="Spare">Operators free on average.</param>
/// <param name="Handling">Mean seconds a call takes.</param>
public sealed record ErlangC(double Wait, double Spare, double Handling)
{
    /// <summary>Mean seconds of waiting, of all calls.</summary>
    public double MeanWait => Wait * Handling / Spare;

    /// <summary>The share of calls answered within <paramref name="seconds"/>.</summary>
    public double Within(double seconds) => 1 - Wait * double.Exp(-Spare * seconds / Handling);
}
