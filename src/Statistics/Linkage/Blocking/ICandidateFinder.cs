namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>Finds the records that one may be, without comparing it with all of them.</summary>
internal interface ICandidateFinder
{
    IReadOnlyList<string> Rules { get; }

    /// <summary>Keys that brought too many together and so brought nobody.</summary>
    int PassedOver { get; }

    /// <summary>Calls for each candidate below <paramref name="below"/>, once, with the first rule that brings it.</summary>
    void Find(object?[] code, int below, BlockingDesk desk, Action<int, int> found);
}
