using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Amparo.Referrals;

/// <summary>What was chosen on the way to a referral, step by step in the address; the last step posts it.</summary>
internal sealed class SendChoice
{
    public string? Purpose { get; set; }

    /// <summary>From which of a case's contacts.</summary>
    public ContactId? Contact { get; set; }

    public OfficeId? Office { get; set; }

    public string? Basis { get; set; }

    /// <summary>Who of the case goes along: nobody unless ticked.</summary>
    public List<PersonId> People { get; set; } = [];

    /// <summary>The second step was sent: what it lacks is said.</summary>
    public bool Next { get; set; }

    [StringLength(500)]
    public string? Reason { get; set; }

    /// <summary>Of what was shown as leaving.</summary>
    public string? Stamp { get; set; }

    /// <summary>Says what is still to be chosen; false when nothing is.</summary>
    public bool Miss(ModelStateDictionary state)
    {
        if (Office is null)
            state.AddModelError(nameof(Office), "referral.send.office-missing");
        if (Basis is null)
            state.AddModelError(nameof(Basis), "referral.send.basis-missing");
        return Office is null || Basis is null;
    }
}
