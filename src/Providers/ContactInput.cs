using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>One person of the duty form.</summary>
internal sealed class ContactInput
{
    /// <summary>In the place of a turn: this person no longer answers.</summary>
    public const int NoLonger = 0;

    [StringLength(120)]
    public string? Name { get; set; }

    [StringLength(120)]
    public string? Role { get; set; }

    [StringLength(40), Phone]
    public string? Phone { get; set; }

    [StringLength(200), EmailAddress]
    public string? Mail { get; set; }

    /// <summary>1 answers first; <see cref="NoLonger"/> takes the person off.</summary>
    [Range(NoLonger, Office.MostOnDuty)]
    public int Turn { get; set; }

    public Shift Shift { get; set; }

    public List<DayOfWeek> Days { get; set; } = [];

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    /// <summary>Hours that this form cannot express (several a day), carried along so that they are not lost.</summary>
    [StringLength(2000)]
    public string? Kept { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Role + Phone + Mail);

    public bool IsWanted => !IsBlank && Turn != NoLonger;

    public static ContactInput Of(DutyContact contact, int turn)
    {
        var input = new ContactInput { Name = contact.Name, Role = contact.Role, Phone = contact.Phone, Mail = contact.Mail, Turn = turn };
        if (contact.Hours.Weekly is [var only])
            (input.Shift, input.Days, input.From, input.To) = (Shift.Weekly, [.. only.Days], only.From, only.To);
        else if (!contact.Hours.IsAlways)
            (input.Shift, input.Kept) = (Shift.Kept, JsonSerializer.Serialize(contact.Hours, JsonSerializerOptions.Web));
        return input;
    }

    public DutyContact Contact() => new(Name!.Trim(), Role!.Trim(), Phone!.Trim(), Mail!.Trim(), Hours()!);

    /// <summary>What is missing, with the key of its reason.</summary>
    public IEnumerable<(string Field, string Reason)> Missing()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return (nameof(Name), "duty.missing.this");
        if (string.IsNullOrWhiteSpace(Role))
            yield return (nameof(Role), "duty.missing.this");
        if (string.IsNullOrWhiteSpace(Phone))
            yield return (nameof(Phone), "duty.missing.this");
        if (string.IsNullOrWhiteSpace(Mail))
            yield return (nameof(Mail), "duty.missing.this");
        if (Shift == Shift.Weekly && Days.Count == 0)
            yield return (nameof(Days), "duty.missing.days");
        if (Shift == Shift.Weekly && From is null)
            yield return (nameof(From), "duty.missing.from");
        if (Shift == Shift.Weekly && (To is null || To == From))
            yield return (nameof(To), "duty.missing.to");
        if (Shift == Shift.Kept && Hours() is null)
            yield return (nameof(Shift), "duty.missing.shift");
    }

    /// <summary>When this person answers; null when that cannot be told.</summary>
    public Hours? Hours() => Shift switch
    {
        Shift.Always => Platform.Packs.Hours.Always,
        Shift.Weekly => From is { } from && To is { } to ? new Hours([new OpenHours([.. Days.Distinct()], from, to)]) : null,
        _ => HoursKept(),
    };

    public Hours? HoursKept()
    {
        try
        {
            return Kept is null ? null : JsonSerializer.Deserialize<Hours>(Kept, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>When somebody answers.</summary>
internal enum Shift
{
    Always,
    Weekly,
    Kept,
}
