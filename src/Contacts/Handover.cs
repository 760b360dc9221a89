using Amparo.Platform;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;

namespace Amparo.Contacts;

/// <summary>What may leave a contact for a purpose: the pack's minimum of fields, and of those only what is known.</summary>
public sealed class Handover(Pack pack)
{
    public CodeList<HandoverPurpose> Purposes { get; } = new(pack.Read<List<HandoverPurpose>>("referrals/purposes.json"));

    public CodeList<HandoverField> Fields { get; } = new(pack.Read<List<HandoverField>>("referrals/fields.json"));

    private readonly CodeList<Tier> _tiers = new(pack.Read<List<Tier>>("contacts/tiers.json"));

    /// <summary>The facts that leave, in the pack's order. A field that nobody filled in does not leave as "no".</summary>
    public IReadOnlyList<HandedFact> Of(Contact contact, Code purpose) =>
        [.. FieldsOf(purpose).Where(field => !IsOfCaller(field) || SharesCaller(contact)).Select(field => Fact(contact, field)).OfType<HandedFact>()];

    public IReadOnlyList<string> FieldsOf(Code purpose) => Purposes.Find(purpose.Value)?.Fields ?? [];

    public bool IsIdentity(string field) => Fields.Find(field)?.IsIdentity ?? true;

    /// <summary>Whether a field tells who made contact: theirs alone to share, by the safety check.</summary>
    public static bool IsOfCaller(string field) => field is "caller-name" or "caller-contact";

    public bool SharesCaller(Contact contact) => _tiers.Find(contact.Safety?.Tier.Value)?.MayShare == true;

    private static HandedFact? Fact(Contact contact, string field) => field switch
    {
        "area" => Coded(field, contact.Area?.Value),
        "form" => Coded(field, contact.Form?.Value),
        "happening-now" => Coded(field, contact.HappeningNow is Answer.NotAsked ? null : contact.HappeningNow.ToString()),
        "danger" => Coded(field, Dangers(contact)),
        "place" => Worded(field, nameof(Contact.Place), contact.Place),
        "age-and-sex" => Worded(field, nameof(Contact.People), contact.People),
        "suspect" => Worded(field, nameof(Contact.Suspect), contact.Suspect),
        "caller-name" => Worded(field, nameof(Safety.Name), contact.Safety?.Name ?? default),
        "caller-contact" => Worded(field, nameof(Safety.Phone), contact.Safety?.Phone ?? default),
        "summary" => Worded(field, nameof(Contact.Account), contact.Account),
        _ => null,
    };

    private static HandedFact? Coded(string field, string? codes) => string.IsNullOrEmpty(codes) ? null : new HandedFact(field, codes, "", default);

    private static HandedFact? Worded(string field, string source, Sealed words) => words.IsEmpty ? null : new HandedFact(field, null, source, words);

    private static string Dangers(Contact contact)
    {
        (string Name, Answer Answer)[] asked =
        [
            (nameof(contact.Weapons), contact.Weapons),
            (nameof(contact.LockedIn), contact.LockedIn),
            (nameof(contact.Hurt), contact.Hurt),
            (nameof(contact.Children), contact.Children),
        ];
        return string.Join(' ', asked.Where(a => a.Answer == Answer.Yes).Select(a => a.Name));
    }
}

/// <summary>One fact that leaves: codes in clear, or words still sealed in the contact's field <paramref name="Source"/>.</summary>
public sealed record HandedFact(string Field, string? Codes, string Source, Sealed Words);

/// <summary>What an agency is asked to do, and the minimum it must know for that.</summary>
public sealed record HandoverPurpose(string Code, Label Label, IReadOnlyList<string> Fields) : ICoded;

/// <summary>A field that can leave.</summary>
public sealed record HandoverField(string Code, Label Label, string Kind) : ICoded
{
    /// <summary>It tells who somebody is.</summary>
    public bool IsIdentity => Kind == "identity";
}
