namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>What a further suppressed figure costs.</summary>
public enum SuppressionCost
{
    /// <summary>The people it counts: margins are given up last.</summary>
    People,

    /// <summary>1: as few figures as possible.</summary>
    Figures,
}

/// <summary>How complementary suppressions are chosen.</summary>
/// <param name="Protection">What must not be learnt.</param>
/// <param name="Cost">What is made least.</param>
/// <param name="MostSteps">After how many branches the search for the least cost gives up; 0 does not search.</param>
public sealed record SuppressionOptions(Protection Protection, SuppressionCost Cost = SuppressionCost.People, int MostSteps = 20_000);
