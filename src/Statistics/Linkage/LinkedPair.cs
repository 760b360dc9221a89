using System.Runtime.InteropServices;

namespace Amparo.Statistics.Linkage;

/// <summary>Two records and what speaks for their being one person.</summary>
/// <param name="One">The lower place in the table, from 0.</param>
/// <param name="Other">The higher.</param>
/// <param name="Score">log2 of the odds.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkedPair(int One, int Other, double Score);

/// <summary>What one blocking rule brought.</summary>
/// <param name="Rule">In words.</param>
/// <param name="Pairs">That no rule before it brought.</param>
public sealed record RuleYield(string Rule, long Pairs);
