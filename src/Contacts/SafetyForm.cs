using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>What the safety check asks.</summary>
internal sealed class SafetyInput
{
    public Answer CanTalk { get; set; }

    public Answer IsSafe { get; set; }

    [Required(ErrorMessage = "contact.safety.tier-missing")]
    public string? Tier { get; set; }

    public CallBack CallBack { get; set; }

    public TimeOnly? SafeFrom { get; set; }

    public TimeOnly? SafeUntil { get; set; }

    public List<NeverDo> Never { get; set; } = [];

    [StringLength(100)]
    public string? Name { get; set; }

    [StringLength(40)]
    public string? Phone { get; set; }

    [StringLength(40)]
    public string? CodeWord { get; set; }

    public List<AgencyId> NeverTell { get; set; } = [];

    public string? Stamp { get; set; }
}

internal sealed record SafetyForm(
    ContactId Contact, SafetyInput Input, IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Agencies);

/// <summary>Makes the safety check's form from what is known, and the safety record from what was answered.</summary>
internal sealed class SafetyForms(Db db, ContactCodes codes, ContactReading reading, Seals seals, BlindIndexes indexes, Pack pack, TimeProvider clock)
{
    public async Task<SafetyForm> ForAsync(Contact contact, CancellationToken cancel)
    {
        var input = new SafetyInput { Stamp = contact.SafetyStamp };
        if (contact.Safety is { } safety)
        {
            var caller = await reading.IdentityAsync(contact, cancel);
            input = new SafetyInput
            {
                CanTalk = safety.CanTalk,
                IsSafe = safety.IsSafe,
                Tier = safety.Tier,
                CallBack = safety.CallBack,
                SafeFrom = safety.SafeFrom,
                SafeUntil = safety.SafeUntil,
                Never = [.. safety.Never],
                Name = caller.Name,
                Phone = caller.Phone,
                CodeWord = caller.CodeWord,
                NeverTell = [.. safety.NeverTell],
                Stamp = contact.SafetyStamp,
            };
        }
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.Id != contact.Agency).OrderBy(a => a.Name).ToListAsync(cancel);
        return new SafetyForm(
            contact.Id,
            input,
            [.. codes.Tiers.All.Select(t => new Choice(t.Code, t.Label.ToString(), t.Meaning.ToString()))],
            [.. agencies.Select(a => new Choice(a.Id.ToString(), a.Name))]);
    }

    /// <exception cref="Refused">Something was given that the chosen tier forbids to keep, or the safe hours are missing.</exception>
    public async Task<Safety> ReadAsync(Contact contact, SafetyInput input, CancellationToken cancel)
    {
        var tier = codes.Tiers.Find(input.Tier) ?? throw new Refused("contact.safety.tier-missing");
        var identity = string.Concat(input.Name, input.Phone).Trim();
        if (!tier.KeepsIdentity && identity.Length > 0)
            throw new Refused("contact.safety.anonymous-identity");
        if (input.CallBack != CallBack.Never && string.IsNullOrWhiteSpace(input.Phone))
            throw new Refused("contact.safety.no-phone");
        if (input.CallBack == CallBack.SafeHours && (input.SafeFrom is null || input.SafeUntil is null))
            throw new Refused("contact.safety.no-hours");
        var phone = BlindIndexes.Telephone(input.Phone ?? "", pack.Country.PhonePrefix);
        return new Safety
        {
            Tier = new Code(tier.Code),
            CanTalk = input.CanTalk,
            IsSafe = input.IsSafe,
            CallBack = input.CallBack,
            SafeFrom = input.CallBack == CallBack.SafeHours ? input.SafeFrom : null,
            SafeUntil = input.CallBack == CallBack.SafeHours ? input.SafeUntil : null,
            NoMessages = input.Never.Contains(NeverDo.Messages),
            NoVoicemail = input.Never.Contains(NeverDo.Voicemail),
            Name = seals.Seal(contact.Id, nameof(Safety.Name), input.Name?.Trim()),
            Phone = seals.Seal(contact.Id, nameof(Safety.Phone), input.Phone?.Trim()),
            CodeWord = seals.Seal(contact.Id, nameof(Safety.CodeWord), input.CodeWord?.Trim()),
            PhoneIndex = phone.Length > 0 ? await indexes.OfAsync(nameof(Safety.Phone), phone, cancel) : null,
            NeverTell = [.. input.NeverTell.Distinct()],
            CheckedAt = clock.GetUtcNow(),
        };
    }
}
