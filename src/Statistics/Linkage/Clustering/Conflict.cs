namespace Amparo.Statistics.Linkage.Clustering;

/// <summary>What stands between two records.</summary>
internal enum Conflict
{
    None,

    /// <summary>Other given names beside the same surname, as siblings have; a third record with both names explains it away.</summary>
    GivenNames,

    /// <summary>Nothing outweighs it.</summary>
    Hard,
}

/// <summary>What the clustering asks of two records.</summary>
internal interface IJudge
{
    /// <summary>In bits.</summary>
    double Score(int one, int other);

    /// <summary>The same without what the given names say.</summary>
    double ScoreBesideGivenNames(int one, int other);

    Conflict ConflictOf(int one, int other);

    /// <summary>Whether the given names of one may be those of the other, or a part of them.</summary>
    bool ShareGivenNames(int one, int other);
}
