using System.Linq.Expressions;
using System.Text.Json;
using Amparo.Accounts;
using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Demo;
using Amparo.Platform;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Load;

/// <summary>Records told by the program itself, whose words it can open; copies of them hold words that nobody can.</summary>
internal sealed record Known(IReadOnlyList<Guid> Contacts, IReadOnlyList<Guid> Cases, IReadOnlyList<Guid> People);

/// <summary>A line that has worked for many years: the demo's history, copied until it is long.</summary>
internal static class LongLine
{
    private static string PackFolder { get; } = Path.Combine(AppContext.BaseDirectory, "packs", "pe");

    public static async Task<Known> MakeAsync(string database, string folder, int contacts, int cases, TextWriter say)
    {
        var clock = new StoryClock(TimeProvider.System);
        await using var app = AmparoHost.Build(Settings(database, folder) with { Configure = services => services.AddSingleton<TimeProvider>(clock) });
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.MigrateAsync(default);
        // Written last: a database without it is not whole.
        var told = Path.Combine(folder, Path.GetFileName(database) + ".known.json");
        if (File.Exists(told))
            return JsonSerializer.Deserialize<Known>(await File.ReadAllTextAsync(told))!;
        await new Demonstration(app.Services, clock).TellAsync(history: true, default);
        var known = new Known(await IdsAsync<Contact, Kind.Contact>(db, c => c.Id), await IdsAsync<Case, Kind.Case>(db, c => c.Id), await IdsAsync<Person, Kind.Person>(db, p => p.Id));
        var growing = new Growing(db, say);
        await growing.ToAsync(contacts, cases);
        var sealedRows = await app.Services.GetRequiredService<SealWorker>().SealNowAsync(default);
        await say.WriteLineAsync($"{sealedRows:N0} audit rows sealed.");
        await growing.SettleAsync();
        await File.WriteAllTextAsync(told, JsonSerializer.Serialize(known));
        return known;
    }

    public static async Task ServeAsync(string database, string folder, string url)
    {
        await using var app = AmparoHost.Build(Settings(database, folder) with { Urls = url, Configure = Asked });
        await app.RunAsync();
    }

    // Few sign in here and ask for many: the limit for one person is not what is measured.
    private static void Asked(IServiceCollection services)
    {
        services.Configure<AccountsOptions>(accounts => accounts.RequestsPerMinute = 1_000_000);
        SlowQueries.Register(services);
    }

    private static HostSettings Settings(string database, string folder)
    {
        var key = Path.Combine(folder, "master.key");
        if (!File.Exists(key))
            File.WriteAllText(key, MasterKey.Generate());
        return new HostSettings(DatabaseAddress.Parse(database), MasterKey.Parse(File.ReadAllText(key)), Pack.Load(PackFolder)) { Data = folder, Demo = true };
    }

    // Newest first: the words of those told last are the demo's stories.
    private static async Task<IReadOnlyList<Guid>> IdsAsync<T, TKind>(Db db, Expression<Func<T, Id<TKind>>> id) where T : class =>
        [.. (await db.Set<T>().Select(id).OrderByDescending(one => one).Take(300).ToListAsync()).Select(one => one.Value)];
}
