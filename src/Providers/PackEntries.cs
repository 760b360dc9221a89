using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>An agency as the pack lists it.</summary>
internal sealed record AgencyEntry(string Code, string? ShortName, Label Name, string Kind, bool Fictional = false);

/// <summary>An office as the pack lists it.</summary>
internal sealed record OfficeEntry(
    string Code,
    string Agency,
    string Kind,
    Label Name,
    IReadOnlyList<string> Areas,
    string? Address,
    bool Confidential,
    bool Fictional,
    IReadOnlyList<string> Phones,
    string? Email,
    Hours Hours,
    IReadOnlyList<string> Needs,
    IReadOnlyList<DutyEntry> Duty,
    bool Confirmed = true);

internal sealed record DutyEntry(DutyOrder Order, string Name, Label Role, string Phone, string Email, Hours Hours);

internal enum DutyOrder
{
    First,
    Second,
}

/// <summary>What agencies and offices are.</summary>
internal sealed record KindEntry(string Code, Label Label, bool Confidential) : ICoded;

/// <summary>What an office can be asked for; what a request may tell it (<paramref name="Fields"/>) is the referral's matter.</summary>
internal sealed record NeedEntry(string Code, Label Label, IReadOnlyList<string> Fields) : ICoded;
