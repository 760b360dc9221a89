namespace Amparo.Screening;

/// <summary>What is recorded where there is no answer. None of them ever speaks for, speaks against, or counts as “no”.</summary>
public static class NonAnswer
{
    /// <summary>Asked, and the speaker does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>Never asked; the same as no entry at all.</summary>
    public const string NotAsked = "not-asked";

    /// <summary>Asked, and the speaker did not want to answer.</summary>
    public const string Declined = "declined";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> All { get; } = [Unknown, NotAsked, Declined];

    /// <summary>Whether a code is one of the three.</summary>
    public static bool Is(string code) => All.Contains(code, StringComparer.Ordinal);
}
