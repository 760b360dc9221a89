using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>A place of an agency that can be told and must answer: its areas of duty, what it can do, who answers there.</summary>
public sealed class Office : IVersioned
{
    /// <summary>How many people may answer for one office: beyond that nobody knows who does.</summary>
    public const int MostOnDuty = 5;

    private Office()
    {
    }

    public OfficeId Id { get; private init; } = OfficeId.New();

    public Code Code { get; private init; }

    public AgencyId Agency { get; private init; }

    public Code Kind { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>What it can be asked for: rescue, investigate, shelter (the pack's purposes).</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    public string? Phone { get; private set; }

    public string? Mail { get; private set; }

    public Hours Hours { get; private set; } = Hours.Always;

    /// <summary>Null for a confidential office: what is not kept cannot leak.</summary>
    public string? Address { get; private init; }

    /// <summary>Its address is never kept nor shown.</summary>
    public bool Confidential { get; private init; }

    /// <summary>Made up for the demo; pages say so.</summary>
    public bool Fictional { get; private init; }

    public IReadOnlyList<DutyContact> Duty { get; private set; } = [];

    public List<OfficeArea> Areas { get; private init; } = [];

    public bool Active { get; private set; } = true;

    public int Version { get; private init; } = 1;

    /// <summary>Whoever answers at an hour of the country: the first who is on duty, else the first of all.</summary>
    public DutyContact? OnDuty(DateTime local) => Duty.FirstOrDefault(d => d.Hours.IsOpen(local)) ?? Duty.FirstOrDefault();

    /// <summary>The one after, for escalation; null when there is only one.</summary>
    public DutyContact? Second(DateTime local) => Duty.Where(d => d != OnDuty(local)).OrderBy(d => !d.Hours.IsOpen(local)).FirstOrDefault();

    internal static (Office Office, OfficeAdded Added) Add(Agency agency, OfficeEntry entry, string language)
    {
        var office = new Office
        {
            Code = new Code(entry.Code),
            Agency = agency.Id,
            Kind = new Code(entry.Kind),
            Name = entry.Name.In(language),
            Needs = entry.Needs,
            Phone = entry.Phones.FirstOrDefault(),
            Mail = entry.Email,
            Hours = entry.Hours,
            Address = entry.Confidential ? null : entry.Address,
            Confidential = entry.Confidential,
            Fictional = entry.Fictional,
            Duty = [.. entry.Duty.OrderBy(d => d.Order).Select(d => new DutyContact(d.Name, d.Role.In(language), d.Phone, d.Email, d.Hours))],
        };
        office.Areas.AddRange(entry.Areas.Select(area => new OfficeArea(office.Id, area)));
        return (office, new OfficeAdded(office.Id, agency.Id, office.Code));
    }

    internal DutyChanged ChangeDuty(IReadOnlyList<DutyContact> duty)
    {
        if (duty.Count == 0)
            throw new Refused("office.duty.nobody");
        if (duty.Count > MostOnDuty)
            throw new Refused("office.duty.too-many", MostOnDuty);
        Duty = duty;
        return new DutyChanged(Id, Agency, duty.Count);
    }
}

/// <summary>Somebody who answers for an office. First and second are the order of the list.</summary>
public sealed record DutyContact(string Name, string Role, string Phone, string Mail, Hours Hours);

/// <summary>An area of duty; <c>*</c> is the whole country.</summary>
public sealed record OfficeArea(OfficeId Office, string Area);
