namespace Amparo.Statistics.Linkage.Clustering;

/// <summary>
/// Puts records that are one person together, the surest pairs first. Two groups become one only if nothing between them forbids it and all pairs
/// between them, taken together, speak for it: so a record that fits two persons does not make them one.
/// </summary>
internal sealed class Clusters(int records, IJudge judge)
{
    private const double MostFor = 12;
    private const double MostAgainst = 6;
    private readonly int[] _of = [.. Enumerable.Range(0, records)];
    private readonly List<int>?[] _members = new List<int>?[records];

    /// <summary>For each record, the lowest record of its group.</summary>
    public int[] Join(IEnumerable<LinkedPair> pairs)
    {
        foreach (var pair in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One).ThenBy(pair => pair.Other))
        {
            var (one, other) = (_of[pair.One], _of[pair.Other]);
            if (one != other && Fit(Members(one), Members(other)))
                Merge(int.Min(one, other), int.Max(one, other));
        }

        return _of;
    }

    private bool Fit(List<int> one, List<int> other)
    {
        double sum = 0;
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                var conflict = judge.ConflictOf(a, b);
                if (conflict == Conflict.Hard || (conflict == Conflict.GivenNames && !IsBridged(a, b, one) && !IsBridged(a, b, other)))
                    return false;
                sum += double.Clamp(conflict == Conflict.GivenNames ? judge.ScoreBesideGivenNames(a, b) : judge.Score(a, b), -MostAgainst, MostFor);
            }
        }

        return sum > 0;
    }

    // “Ana” and “Rosa” may both be “Ana Rosa”.
    private bool IsBridged(int a, int b, List<int> group) => group.Exists(by => by != a && by != b && judge.ShareGivenNames(a, by) && judge.ShareGivenNames(by, b));

    private List<int> Members(int group) => _members[group] ??= [group];

    private void Merge(int into, int from)
    {
        foreach (var record in Members(from))
            _of[record] = into;
        Members(into).AddRange(Members(from));
        _members[from] = null;
    }
}
