using Amparo.Contacts;
using Amparo.Platform.Packs;

namespace Amparo.Cases.Consents;

/// <summary>What can be agreed to and in which forms, as the country pack holds them.</summary>
internal sealed class ConsentCodes(Pack pack, CaseCodes cases)
{
    private const string GroupsFile = "cases/consent-fields.json";
    private const string FormsFile = "cases/consent-forms.json";
    private const string FieldsFile = "referrals/fields.json";

    private readonly HashSet<string> _identity = [.. pack.Read<List<HandoverField>>(FieldsFile).Where(f => f.IsIdentity).Select(f => f.Code)];

    public CodeList<ConsentGroup> Groups { get; } = new(pack.Read<List<ConsentGroup>>(GroupsFile));

    public CodeList<ConsentForm> Forms { get; } = new(pack.Read<List<ConsentForm>>(FormsFile));

    public static IEnumerable<PackSection> Sections =>
    [
        PackSection.Of<List<ConsentGroup>>(GroupsFile, UnknownFields),
        PackSection.Of<List<ConsentForm>>(FormsFile),
    ];

    /// <summary>Whether a consent in this form holds for a group: a child's own word alone never gives away who they are.</summary>
    public bool Covers(ConsentForm form, ConsentGroup group, Person person) =>
        form.CoversIdentityOfChild || !cases.IsChild(person.AgeGroup) || !group.Fields.Any(_identity.Contains);

    /// <summary>The hand-over fields that a consent covers, as old as the person is held to be today.</summary>
    public IEnumerable<string> FieldsOf(Consent consent, Person person) => consent.Groups.SelectMany(group => FieldsOf(consent, person, group));

    public IEnumerable<string> FieldsOf(Consent consent, Person person, Platform.Code group) =>
        Forms.Find(consent.Form) is { } form && Groups.Find(group) is { } known && Covers(form, known, person) ? known.Fields : [];

    private static IEnumerable<PackFlaw> UnknownFields(List<ConsentGroup> groups, Pack pack) =>
        from @group in groups
        from field in @group.Fields
        where pack.Read<List<HandoverField>>(FieldsFile).All(f => f.Code != field)
        select new PackFlaw(@group.Code, $"No field that can leave has the code “{field}”.", $"Write a code of {FieldsFile}, or take it out.");
}

/// <summary>Fields that a person agrees to together.</summary>
internal sealed record ConsentGroup(string Code, Label Label, IReadOnlyList<string> Fields) : ICoded;

/// <summary>How a consent was given, and whether it lets go who a person under 18 is.</summary>
internal sealed record ConsentForm(string Code, Label Label, Label Meaning, bool CoversIdentityOfChild) : ICoded;
