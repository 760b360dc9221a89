namespace Amparo.Statistics.Disclosure.Attacks;

/// <summary>
/// A demand that every sufficient suppression meets: Σ weight over those that are suppressed is at least the need (a capacity cut of Fischetti and
/// Salazar-González 1999). Weights stop at the need: whether a count is hidden is all or nothing.
/// </summary>
/// <param name="Choices">Unknowns that may be suppressed or not.</param>
/// <param name="Weights">Of each, above 0.</param>
/// <param name="Need">Above 0.</param>
internal sealed record Cut(int[] Choices, double[] Weights, double Need)
{
    public static Cut Of(Dictionary<int, double> weights, double need, Unknowns unknowns)
    {
        List<(int Choice, double Weight)> choices = [];
        foreach (var (unknown, weight) in weights.Where(pair => pair.Value > 1e-9).OrderBy(pair => pair.Key))
        {
            // What is never printed and what is small is hidden in any case.
            if (!unknowns.All[unknown].IsPrinted || unknowns.Small[unknown])
                need -= weight;
            else
                choices.Add((unknown, weight));
        }

        return new Cut([.. choices.Select(choice => choice.Choice)], [.. choices.Select(choice => double.Min(choice.Weight, need))], need);
    }

    public bool IsMet(ReadOnlySpan<bool> hidden)
    {
        double sum = 0;
        for (var i = 0; i < Choices.Length && sum < Need - 1e-6; i++)
            sum += hidden[Choices[i]] ? Weights[i] : 0;
        return sum >= Need - 1e-6;
    }
}
