using Amparo.Platform.Packs;

namespace Amparo.Contacts;

/// <summary>The line's code lists, as the country pack holds them.</summary>
public sealed class ContactCodes(Pack pack)
{
    public CodeList<Channel> Channels { get; } = new(pack.Read<List<Channel>>("contacts/channels.json"));

    public CodeList<Reason> Reasons { get; } = new(pack.Read<List<Reason>>("contacts/reasons.json"));

    public CodeList<Outcome> Outcomes { get; } = new(pack.Read<List<Outcome>>("contacts/outcomes.json"));

    public CodeList<ExploitationForm> Forms { get; } = new(pack.Read<List<ExploitationForm>>("contacts/forms.json"));

    public CodeList<Tier> Tiers { get; } = new(pack.Read<List<Tier>>("contacts/tiers.json"));

    public CodeList<FollowUpAct> FollowUps { get; } = new(pack.Read<List<FollowUpAct>>("contacts/follow-ups.json"));
}

/// <summary>How a contact came; live ones are answered while the person waits.</summary>
public sealed record Channel(string Code, Label Label, bool Live) : ICoded;

/// <summary>Why they contacted the line.</summary>
public sealed record Reason(string Code, Label Label, bool Screen) : ICoded;

/// <summary>What came of it. Those with a key are given with one key, without a wrap-up.</summary>
public sealed record Outcome(string Code, Label Label, string Counts, string? Key) : ICoded
{
    public bool CountsAsReport => Counts == "trafficking";
}

/// <summary>A form of exploitation.</summary>
public sealed record ExploitationForm(string Code, Label Label, IReadOnlyList<string> Purposes, Norm Norm) : ICoded;

/// <summary>How much a caller lets the line keep and share.</summary>
public sealed record Tier(string Code, Label Label, Label Meaning, bool KeepsIdentity, bool MayShare) : ICoded;

/// <summary>What is to be done later.</summary>
public sealed record FollowUpAct(string Code, Label Label) : ICoded;
