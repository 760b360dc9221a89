using Amparo.Cases.Screenings;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Protection;

namespace Amparo.Cases.Consents;

/// <summary>What may leave of somebody in a case: the purpose's minimum of fields, and of those only what is known.</summary>
public sealed class PersonHandover
{
    private const string Name = "person-name";
    private const string Document = "person-document";
    internal const string AgeAndSex = "age-and-sex";
    private const string Form = "form";

    private static readonly Code Preview = new("preview-handover");
    private static readonly Code Mandate = new("line-mandate");

    /// <summary>Which fields somebody must have agreed to before a property of theirs is read. A note says where they are and how they
    /// feel: it takes both.</summary>
    private static readonly Dictionary<string, string[]> Behind = new()
    {
        [nameof(Person.Name)] = [Name],
        [nameof(Person.Document)] = [Document],
        [nameof(Person.Note)] = ["person-contact", "health"],
        [nameof(PersonScreening.Answers)] = [Form],
        [nameof(PersonScreening.Reason)] = [Form],
    };

    private readonly CaseCodes _codes;
    private readonly Reveals _reveals;

    internal PersonHandover(CaseCodes codes, Reveals reveals) => (_codes, _reveals) = (codes, reveals);

    /// <summary>The facts of a person that a purpose asks for, in its order. What no field of a person holds does not leave.</summary>
    public IReadOnlyList<HandedFact> Of(Person person, IReadOnlyList<string> fields) => [.. fields.Select(field => Fact(person, field)).OfType<HandedFact>()];

    public async Task<string> ShowAsync(Person person, HandedFact fact, CancellationToken cancel) => fact.Codes is { } codes
        ? OfCodes(codes)
        : await _reveals.RevealAsync(person.Id, fact.Source, fact.Words, Preview, Mandate, cancel) ?? "";

    /// <summary>The only codes of a person that leave: their age and sex.</summary>
    public string OfCodes(string stored)
    {
        var parts = stored.Split(' ');
        return $"{_codes.AgeGroups.Name(new Code(parts[0]))}, {_codes.Sexes.Name(new Code(parts[1]))}";
    }

    public bool IsChild(Person person) => _codes.IsChild(person.AgeGroup);

    public string RoleOf(Person person) => _codes.Roles.Name(person.Role);

    public string AboutOf(Person person) => OfCodes(AgeAndSexOf(person));

    internal static IReadOnlyList<string> Needs(string property) => Behind[property];

    private static HandedFact? Fact(Person person, string field) => field switch
    {
        Name when !person.Name.IsEmpty => new HandedFact(field, null, nameof(Person.Name), person.Name),
        Document when !person.Document.IsEmpty => new HandedFact(field, null, nameof(Person.Document), person.Document),
        AgeAndSex => new HandedFact(field, AgeAndSexOf(person), "", default),
        _ => null,
    };

    private static string AgeAndSexOf(Person person) => $"{person.AgeGroup} {person.Sex}";
}
