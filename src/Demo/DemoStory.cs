using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo;

/// <summary>People to try Amparo as. Everything about them is made up; the second factor's key can be worked out by anybody.</summary>
public sealed class DemoStory(Db db, UserAccounts accounts, ProvidersImport import, Pack pack)
{
    public const string Password = "tres faroles en la lluvia";

    private const string File = "demo/people.json";

    public static IReadOnlyList<DemoPerson> PeopleOf(Pack pack) => pack.Read<List<DemoPerson>>(File);

    /// <summary>Loads the pack's agencies and the demo's people; what is there stays.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await import.ImportAsync(cancel);
        if (await accounts.HasDemoAsync(cancel))
            return;
        var code = new Code(pack.Country.Line.Agency);
        var line = await db.Agencies.SingleAsync(a => a.Code == code, cancel);
        foreach (var person in PeopleOf(pack))
        {
            var office = person.Office is null ? null : await OfficeAsync(new Code(person.Office), cancel);
            await accounts.AddDemoAsync(person.Login, person.Name, office?.Agency ?? line.Id, office?.Id, [person.Role], Password, cancel);
        }
    }

    private Task<Office?> OfficeAsync(Code code, CancellationToken cancel) => db.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel);
}

/// <summary>One of the demo's people; without an office they work at the line.</summary>
public sealed record DemoPerson(string Login, string Name, string? Office, string Role);
