using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Providers;

/// <summary>The form of who answers for an office: as many places as people may be, of which some stay empty.</summary>
internal sealed class DutyInput : IValidatableObject
{
    /// <summary>The version of the office that the form was filled in from.</summary>
    public int Version { get; set; }

    [MaxLength(Office.MostOnDuty)]
    public List<ContactInput> Contacts { get; set; } = [];

    public static DutyInput Of(Office office) => new()
    {
        Version = office.Version,
        Contacts =
        [
            .. office.Duty.Select((contact, i) => ContactInput.Of(contact, i + 1)),
            .. Enumerable.Range(office.Duty.Count + 1, Math.Max(0, Office.MostOnDuty - office.Duty.Count)).Select(turn => new ContactInput { Turn = turn }),
        ],
    };

    /// <summary>Those who answer, in the order asked for.</summary>
    public IReadOnlyList<DutyContact> Wanted() => [.. Contacts.Where(c => c.IsWanted).OrderBy(c => c.Turn).Select(c => c.Contact())];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<Texts>();
        HashSet<int> turns = [];
        foreach (var (i, contact) in Contacts.Index().Where(c => c.Item.IsWanted))
        {
            foreach (var (field, missing) in contact.Missing())
                yield return At(i, field, texts[missing, i + 1]);
            if (!turns.Add(contact.Turn))
                yield return At(i, nameof(contact.Turn), texts["duty.missing.turn", i + 1]);
        }
    }

    private static ValidationResult At(int i, string field, string reason) => new(reason, [$"{nameof(Contacts)}[{i}].{field}"]);
}
