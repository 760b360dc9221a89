using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Protection;

public class RotationRefusedTests
{
    [Theory, OnEveryDatabase]
    public async Task With_wrong_equal_missing_or_mixed_up_keys_nothing_is_changed(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.NoteAsync("Rosa Quispe");
        await test.SealAsync();
        var (old, master, stranger) = (test.Master, RotationActs.NewKey(), RotationActs.NewKey());
        await RefusedAsync(test, master, null, "previous");
        await RefusedAsync(test, old, old, "the same");
        await RefusedAsync(test, master, stranger, "index-0001");
        await RefusedAsync(test, old, master, "mixed up");
        await test.RotateAsync(master);
        // The way back, by mistake or not: whoever had the old key has it still.
        await RefusedAsync(test, old, master, "in use before");
        await RefusedAsync(test, stranger, old, "audit-0001");
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_rotations_at_once_one_is_refused_and_all_keys_are_under_the_others(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.NoteAsync("Rosa Quispe");
        MasterKey[] masters = [RotationActs.NewKey(), RotationActs.NewKey()];
        var tries = await Task.WhenAll(masters.Select(master => Task.Run(async () =>
        {
            try
            {
                await test.RotateAsync(master);
                return true;
            }
            catch (KeyRotationException)
            {
                return false;
            }
        })));
        tries.Count(rotated => rotated).ShouldBe(1);
        await using var node = test.Another(master: masters[Array.IndexOf(tries, true)]);
        (await node.WordsAsync(id)).Name.ShouldBe("Rosa Quispe");
        (await node.KeysAsync()).ShouldAllBe(k => k.OpensWith(node.Services.GetRequiredService<MasterKeyWrap>()));
    }

    [Fact]
    public async Task A_sealed_field_that_no_manifest_knows_stops_it_before_anything_is_changed()
    {
        await using var test = await TestDb.StartAsync(TestDatabases.Sqlite, Forgotten.Add);
        await test.WriteAsync("note");
        test.Seals.NewestKey();
        var keys = await test.KeysAsync();
        await using var command = test.Another(Forgotten.Add, RotationActs.NewKey(), test.Master);
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => command.Services.GetRequiredService<KeyRotation>().RotateAsync(null, default));
        failure.Message.ShouldContain("Forgotten.Words");
        (await test.KeysAsync()).Select(k => k.Xml).ShouldBe(keys.Select(k => k.Xml));
    }

    private static async Task RefusedAsync(TestDb test, MasterKey master, MasterKey? previous, string because)
    {
        var keys = await test.KeysAsync();
        var events = await test.InAsync(db => db.Audit.CountAsync());
        await using var command = test.Another(RotationActs.AtOnce, master, previous);
        var refused = await Should.ThrowAsync<KeyRotationException>(() => command.Services.GetRequiredService<KeyRotation>().RotateAsync(null, default));
        refused.Message.ShouldContain(because);
        refused.Message.ShouldContain("Nothing was changed");
        (await test.KeysAsync()).Select(k => (k.Name, k.Xml)).ShouldBe(keys.Select(k => (k.Name, k.Xml)));
        (await test.InAsync(db => db.Audit.CountAsync())).ShouldBe(events);
    }

    /// <summary>What somebody adds next year and forgets to name in the manifest.</summary>
    private sealed class Forgotten
    {
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public Sealed Words { get; init; }

        public static void Add(IServiceCollection services) => services.AddModule("forgotten", module => module.Map(model => model.Entity<Forgotten>().ToTable("Forgotten")));
    }
}
