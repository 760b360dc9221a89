using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Amparo.Referrals.Api;

/// <summary>A post that says nothing but itself.</summary>
internal sealed record NothingMore;

internal sealed record Acceptance
{
    [Description("Words for the line: who comes, from where."), StringLength(500, ErrorMessage = "api.note-long")]
    public string? Note { get; init; }
}

internal sealed record Refusal
{
    [Description("A code of /codes/decline-reasons."), Required(ErrorMessage = "referral.decline.reason-missing")]
    public string? Reason { get; init; }

    [Description("Words for the line; some reasons need them (needsNote)."), StringLength(500, ErrorMessage = "api.note-long")]
    public string? Note { get; init; }
}

internal sealed record Report
{
    [Description("A code of /codes/outcomes. Some end the referral (closes)."), Required(ErrorMessage = "referral.outcome.missing")]
    public string? Outcome { get; init; }

    [Description("How many people, for outcomes that count them (countsPeople)."), Range(0, 999, ErrorMessage = "referral.outcome.people-range")]
    public int? People { get; init; }

    [Description("Words for the line."), StringLength(500, ErrorMessage = "api.note-long")]
    public string? Note { get; init; }
}

/// <summary>One code of the country's pack.</summary>
internal sealed record CodeEntry(
    [property: Description("What is sent and received.")] string Code,
    [property: Description("What people read for it, in the language of Accept-Language.")] string Label,
    [property: Description("Declining for this reason needs a note.")] bool? NeedsNote = null,
    [property: Description("This outcome says how many people.")] bool? CountsPeople = null,
    [property: Description("This outcome ends the referral.")] bool? Closes = null);

internal sealed record CodeEntries([property: Description("In the pack's order.")] IReadOnlyList<CodeEntry> Items);
