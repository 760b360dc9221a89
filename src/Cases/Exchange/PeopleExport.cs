using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Providers;

namespace Amparo.Cases.Exchange;

/// <summary>The people of a case in the words of the standard: of each what they agreed to, and no more.</summary>
internal sealed class PeopleExport(Reveals reveals, CaseCodes codes, ConsentCodes consents, HtcdsCodes htcds)
{
    private static readonly Code Basis = new("consent");

    /// <param name="agreed">The hand-over fields that each agreed to.</param>
    /// <param name="situation">What is known of the situation that is this person's alone.</param>
    public async Task<IReadOnlyList<HtcdsRecord>> OfAsync(
        IReadOnlyList<Person> people, ILookup<PersonId, string> agreed, Func<Person, IReadOnlyList<HtcdsField>> situation, Code reading, CancellationToken cancel)
    {
        List<HtcdsRecord> records = [];
        foreach (var (number, person) in people.Index())
        {
            var fields = agreed[person.Id].ToHashSet();
            records.Add(new HtcdsRecord(
                HtcdsRecord.Person,
                [
                    new("x_Person", number + 1), new("x_Role", person.Role.Value, codes.Roles.Name(person.Role)),
                    .. await IdentityAsync(person, fields, reading, cancel), .. About(person, fields), .. Status(person, fields), .. InProcess(person, fields), .. situation(person),
                ]));
        }
        return records;
    }

    public HtcdsRecord ConsentOf(GivenConsent given, int number, Agency to, HandoverPurpose purpose)
    {
        var consent = given.Consent;
        return new HtcdsRecord(HtcdsRecord.Consent,
        [
            new("x_Person", number),
            new("con_Consent", true, "✓"),
            new("x_Agency", to.Code.Value, to.Name),
            new("x_Purpose", purpose.Code, purpose.Label.ToString()),
            new("x_Groups", consent.Groups.Select(g => g.Value).ToArray(), string.Join(", ", consent.Groups.Select(g => consents.Groups.Name(g)))),
            new("x_ConsentForm", consent.Form.Value, consents.Forms.Name(consent.Form)),
            new("x_GivenOn", consent.GivenOn, consent.GivenOn.ToString("o")),
            new("x_Until", consent.Until, consent.Until.ToString("o")),
        ]);
    }

    private async Task<IReadOnlyList<HtcdsField>> IdentityAsync(Person person, HashSet<string> agreed, Code reading, CancellationToken cancel)
    {
        // A name is kept as it was said; who splits it into parts guesses, and two surnames are the rule here.
        (string Field, string Property, Sealed Words)[] words =
            [("x_FullName", nameof(Person.Name), person.Name), ("prs_IdentityNumber", nameof(Person.Document), person.Document)];
        List<HtcdsField> fields = [];
        foreach (var (field, property, sealedWords) in words.Where(w => PersonHandover.Needs(w.Property).All(agreed.Contains)))
        {
            if (await reveals.RevealAsync(person.Id, property, sealedWords, reading, Basis, cancel) is { Length: > 0 } said)
                fields.Add(new(field, said));
        }
        return fields;
    }

    private IEnumerable<HtcdsField> About(Person person, HashSet<string> agreed)
    {
        if (!agreed.Contains(PersonHandover.AgeAndSex))
            yield break;
        yield return new("x_AgeGroup", person.AgeGroup.Value, codes.AgeGroups.Name(person.AgeGroup));
        if (htcds.Sexes.GetValueOrDefault(person.Sex.Value) is { } gender)
            yield return new("prs_Gender", gender, codes.Sexes.Name(person.Sex));
    }

    private IEnumerable<HtcdsField> Status(Person person, HashSet<string> agreed)
    {
        if (!agreed.Contains("form") || person.Status is not { } status || htcds.Statuses.GetValueOrDefault(status.Value) is not { } known)
            yield break;
        yield return new("vic_TraffickingStatus", known, codes.Statuses.Name(status));
        if (person.Decisions.MaxBy(d => d.Number) is not { } decision || decision.Status != status)
            yield break;
        yield return new("x_StatusDecidedOn", decision.On, decision.On.ToString("o"));
        if (htcds.Deciders.GetValueOrDefault(decision.Decider.Value) is { } decider)
            yield return new("vic_TraffickingStatusDecisionMakingOrg", decider, codes.Deciders.Name(decision.Decider));
    }

    private IEnumerable<HtcdsField> InProcess(Person person, HashSet<string> agreed)
    {
        if (!agreed.Contains("form") || person.ProcessRoles.Count == 0)
            yield break;
        var names = string.Join(", ", person.ProcessRoles.Select(role => codes.ProcessRoles.Name(role)));
        yield return new("x_RoleInProcess", person.ProcessRoles.Select(role => role.Value).ToArray(), names);
        string[] known = [.. person.ProcessRoles.Select(role => htcds.ProcessRoles.GetValueOrDefault(role.Value)).OfType<string>().Distinct()];
        if (known.Length > 0)
            yield return new("per_RoleInProcess", known, names);
    }
}
