using Amparo.Platform;
using Amparo.Platform.Protection;

namespace Amparo.Contacts;

/// <summary>What the safety check found: asked first, always; its answers bind every later act.</summary>
public sealed record Safety
{
    /// <summary>How much may be kept: anonymous, confidential, shareable (the pack's tiers).</summary>
    public required Code Tier { get; init; }

    public required Answer CanTalk { get; init; }

    public required Answer IsSafe { get; init; }

    public required CallBack CallBack { get; init; }

    /// <summary>From this hour of the country, when calling back is safe only then.</summary>
    public TimeOnly? SafeFrom { get; init; }

    public TimeOnly? SafeUntil { get; init; }

    public bool NoMessages { get; init; }

    public bool NoVoicemail { get; init; }

    internal IEnumerable<NeverDo> Never => ((NeverDo[])[NeverDo.Messages, NeverDo.Voicemail]).Where(what => what is NeverDo.Messages ? NoMessages : NoVoicemail);

    /// <summary>Agencies that must never be told of this contact.</summary>
    public IReadOnlyList<AgencyId> NeverTell { get; init; } = [];

    public Sealed Name { get; init; }

    public Sealed Phone { get; init; }

    public Sealed CodeWord { get; init; }

    /// <summary>Finds earlier contacts of the same number; never kept for an anonymous one.</summary>
    public BlindIndex? PhoneIndex { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}

/// <summary>Whether the line may call back.</summary>
public enum CallBack
{
    Never,
    AnyTime,
    SafeHours,
}

/// <summary>What the line must never do to reach the caller.</summary>
internal enum NeverDo
{
    Messages,
    Voicemail,
}
