namespace Amparo.Statistics.Items;

/// <summary>One item.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Difficulty">The mean score over the highest: for right and wrong the share of right answers. High is easy.</param>
/// <param name="Discrimination">The correlation with the sum of all <i>other</i> items (the corrected point-biserial); nothing where one of both never changes.</param>
/// <param name="AlphaWithout">Alpha of the test without it; nothing where two items are all there are, or the rest never changes.</param>
/// <param name="Missing">How many left it out.</param>
public sealed record ItemFigures(string Name, double Difficulty, double? Discrimination, double? AlphaWithout, int Missing);

/// <summary>A test as its answers show it.</summary>
/// <param name="Persons">Whose answers are used.</param>
/// <param name="LeftOut">Persons who are not, because an answer is missing.</param>
/// <param name="Items">In their order.</param>
/// <param name="Alpha">Cronbach's; nothing where all have the same total.</param>
/// <param name="AlphaLower">Feldt's interval, its lower end; may lie below 0.</param>
/// <param name="AlphaUpper">Its upper end.</param>
/// <param name="MeanTotal">Of the sums.</param>
/// <param name="Deviation">Of the sums, with n − 1.</param>
/// <param name="ErrorOfMeasurement">By how much a person's sum differs from what it would be on average: the deviation times √(1 − alpha).</param>
public sealed record ItemReport(
    int Persons, int LeftOut, IReadOnlyList<ItemFigures> Items, double? Alpha, double? AlphaLower, double? AlphaUpper, double MeanTotal, double Deviation, double? ErrorOfMeasurement);
