using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.WritePath;

/// <summary>Our way: the program's own services, a scope for each act, <c>RecordAsync</c>. No worker runs: only writing is measured.</summary>
internal sealed class Recording(WebApplication app) : IWriting
{
    private static readonly Viewer Taker = new(UserId.New(), AgencyId.New(), null, null, [Role.Operator]);

    public static async Task<Recording> OpenAsync(string address)
    {
        var app = Host(address);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(CancellationToken.None);
        return new Recording(app);
    }

    public Task<IReadOnlyList<Func<Task>>> WritersAsync(int count) =>
        Task.FromResult<IReadOnlyList<Func<Task>>>([.. Enumerable.Repeat<Func<Task>>(WriteAsync, count)]);

    public async Task WriteAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Acting = Taker;
        var (contact, opened) = Contact.Open(Taker, new Code("call"), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Contacts.Add(contact);
        await db.RecordAsync(opened, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static WebApplication Host(string address)
    {
        var pack = Pack.Load(Path.Combine(AppContext.BaseDirectory, "packs", "pe"));
        return AmparoHost.Build(new HostSettings(DatabaseAddress.Parse(address), MasterKey.Parse(MasterKey.Generate()), pack)
        {
            Data = Path.GetTempPath(),
            // Nobody hears of an opened contact yet: without this there would be no outbox row to write.
            Configure = services => services.AddModule("bench", module => module.After<ContactOpened, Nobody>()),
        });
    }
}

/// <summary>Makes an outbox row of each opened contact.</summary>
internal sealed class Nobody : IAfter<ContactOpened>
{
    public Task AfterAsync(ContactOpened happened, Delivery delivery, CancellationToken cancel) => Task.CompletedTask;
}
