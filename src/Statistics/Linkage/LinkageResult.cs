namespace Amparo.Statistics.Linkage;

/// <param name="Model">What was learned; it explains every pair.</param>
/// <param name="Rules">The blocking rules in their order, with the pairs that each brought first.</param>
/// <param name="PassedOver">Values that too many records share, even within one year of birth, to bring any of them together.</param>
/// <param name="Pairs">Those from the review threshold up, in the order of the table.</param>
/// <param name="Clusters">For each record, the lowest record of its group; a record alone is its own.</param>
public sealed record LinkageResult(LinkageModel Model, IReadOnlyList<RuleYield> Rules, int PassedOver, IReadOnlyList<LinkedPair> Pairs, IReadOnlyList<int> Clusters);
