using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Kit;

namespace Amparo.Cases;

/// <summary>Who somebody in a case is, as far as it is known.</summary>
internal sealed class PersonInput
{
    [Required(ErrorMessage = "person.role-missing")]
    public string? Role { get; set; }

    [Required(ErrorMessage = "person.age-missing")]
    public string? AgeGroup { get; set; }

    [Required(ErrorMessage = "person.sex-missing")]
    public string? Sex { get; set; }

    /// <summary>Of a presumed trafficker alone; nobody needs to know them yet.</summary>
    public List<string> ProcessRoles { get; set; } = [];

    [StringLength(150)]
    public string? Name { get; set; }

    [StringLength(40)]
    public string? Document { get; set; }

    [StringLength(1000)]
    public string? Note { get; set; }

    public string? Stamp { get; set; }

    /// <exception cref="Refused">A code is none of the pack's.</exception>
    public (PersonFacts Facts, PersonRole Role) Read(CaseCodes codes)
    {
        var role = codes.Roles.Find(Role) ?? throw new Refused("person.role-missing");
        if (!codes.AgeGroups.Knows(AgeGroup))
            throw new Refused("person.age-missing");
        if (!codes.Sexes.Knows(Sex))
            throw new Refused("person.sex-missing");
        if (!ProcessRoles.TrueForAll(codes.ProcessRoles.Knows))
            throw new Refused("person.process-roles.unknown");
        // In the pack's order, so that two who tick the same save the same.
        IReadOnlyList<Code> did = [.. codes.ProcessRoles.All.Where(r => ProcessRoles.Contains(r.Code)).Select(r => new Code(r.Code))];
        return (new PersonFacts(new Code(role.Code), new Code(AgeGroup!), new Code(Sex!), Name?.Trim(), Document?.Trim(), Note?.Trim(), did), role);
    }
}

/// <param name="Action">Where the form goes.</param>
internal sealed record PersonForm(string Action, string Back, PersonInput Input, CaseCodes Codes)
{
    public IReadOnlyList<Choice> Roles => Codes.Roles.Choices();

    public IReadOnlyList<Choice> AgeGroups => Codes.AgeGroups.Choices();

    public IReadOnlyList<Choice> Sexes => Codes.Sexes.Choices();

    public IReadOnlyList<Choice> ProcessRoles => Codes.ProcessRoles.Choices();

    /// <summary>What somebody did in the trafficking stands open only once it is said that they may be a trafficker; of another role it is not kept.</summary>
    public bool IsPresumedTrafficker => Codes.Roles.Find(Input.Role) is { IsPresumedTrafficker: true };
}
