using System.Security.Cryptography;
using Amparo.Platform.Audit;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Protection;

public class RotationTests
{
    [Theory, OnEveryDatabase]
    public async Task After_it_the_old_master_key_opens_nothing_and_the_new_one_everything(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var first = await test.NoteAsync("Rosa Quispe", "I was told to say nothing.");
        var second = await test.NoteAsync("Rosa Quispe");
        await test.NoteAsync("Ana Torres");
        await test.SealAsync();
        var (master, before) = (RotationActs.NewKey(), await test.UnderAsync());

        var report = await test.RotateAsync(master);

        (report.Rows, report.Left, report.Retired).ShouldBe((3, 0, 1));
        await using var node = test.Another(master: master);
        (await node.WordsAsync(first)).ShouldBe(("Rosa Quispe", "I was told to say nothing."));
        (await node.UnderAsync()).ShouldHaveSingleItem().ShouldNotBeOneOf([.. before]);
        var third = await node.NoteAsync("Rosa Quispe");
        (await node.UnderAsync()).Count.ShouldBe(1);
        (await node.FoundAsync("Rosa Quispe")).ShouldBe([first, second, third]);
        await node.SealAsync();
        (await node.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default)).Findings.ShouldBeEmpty();
        (await node.KeysAsync()).Select(k => k.Name).Where(n => !n.StartsWith("ring-", StringComparison.Ordinal)).ShouldBe(["audit-0001", "audit-0002", "index-0002"]);

        await using var old = test.Another(master: test.Master);
        (await old.KeysAsync()).ShouldAllBe(k => !k.OpensWith(old.Services.GetRequiredService<MasterKeyWrap>()));
        var note = await old.NoteOfAsync(first);
        Should.Throw<CryptographicException>(() => old.Seals.Open(first, nameof(Note.Name), note.Name));
        // And what it cannot open it does not go on with under a key of its own.
        Should.Throw<CryptographicException>(() => old.Seals.Seal(first, nameof(Note.Name), "Rosa"));
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_on_record_once_with_numbers_alone_and_running_it_again_changes_nothing(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.NoteAsync("Rosa Quispe");
        var master = RotationActs.NewKey();
        await test.RotateAsync(master);
        var keys = await test.KeysAsync();
        List<RotationStage> stages = [];
        var again = await test.RotateAsync(master, step => stages.Add(step.Stage));
        (again.Rows, again.Left, again.Retired).ShouldBe((0, 0, 0));
        stages[0].ShouldBe(RotationStage.GoesOn);
        (await test.KeysAsync()).Select(k => k.Xml).ShouldBe(keys.Select(k => k.Xml));
        var events = await test.InAsync(db => db.Audit.Where(e => e.Kind == "master-key").OrderBy(e => e.Position).ToListAsync());
        events.Select(e => e.Event).ShouldBe(["key.rotated", "key.fields-resealed"]);
        events.ShouldAllBe(e => e.About == master.Id && !e.Data.Contains("Rosa"));
        events[0].Under.ShouldBe(test.Master.Id);
    }

    [Theory, OnEveryDatabase]
    public async Task Stopped_half_way_it_loses_nothing_and_goes_on_where_it_was(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        List<FollowUpId> notes = [];
        for (var i = 0; i < 7; i++)
            notes.Add(await test.NoteAsync($"Name {i}", $"Story {i}"));
        var master = RotationActs.NewKey();
        // As a process that ends: the keys are rotated, three rows are done.
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => test.RotateAsync(master, step => stop.Cancel(), stop.Token));
        await using var half = test.Another(RotationActs.AtOnce, master, test.Master);
        var resealing = half.Services.GetRequiredService<Resealing>();
        var newest = await resealing.NewestAsync(default);
        var table = resealing.Tables().Single(t => t.Entity == typeof(Note));
        await half.InAsync(async db =>
        {
            foreach (var id in notes.Take(3))
            {
                var key = test.Address.IsPostgres ? id.Value : (object)id.Value.ToByteArray(bigEndian: true);
                var swap = resealing.Reseal(table, [key], await db.Notes.SingleAsync(n => n.Id == id), newest)!;
                (await half.Services.GetRequiredService<Amparo.Platform.Data.IWriteLane>().SwapAsync(db, [swap], default)).ShouldBe(1);
            }
        });
        (await half.UnderAsync()).Count.ShouldBe(2);
        for (var i = 0; i < 7; i++)
        {
            (await half.WordsAsync(notes[i])).ShouldBe(($"Name {i}", $"Story {i}"));
            (await half.FoundAsync($"Name {i}")).ShouldBe([notes[i]]);
        }

        var report = await test.RotateAsync(master);
        (report.Rows, report.Left, report.Retired).ShouldBe((4, 0, 1));
        await using var node = test.Another(master: master);
        (await node.UnderAsync()).ShouldBe([newest.Ring]);
        for (var i = 0; i < 7; i++)
            (await node.WordsAsync(notes[i])).ShouldBe(($"Name {i}", $"Story {i}"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_row_that_no_key_opens_stays_is_counted_and_stops_nothing(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var good = await test.NoteAsync("Rosa Quispe");
        var damaged = await test.NoteAsync("Ana Torres");
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync(n => n.Id == damaged);
            var bent = note.Name.Cipher.ToArray();
            bent[^1] ^= 1;
            await db.RecordAsync(note.Seal(new Sealed(bent), note.Story, note.Phone), default);
        });
        var master = RotationActs.NewKey();
        var report = await test.RotateAsync(master);
        (report.Left, report.Retired).ShouldBe((1, 0));
        await using var node = test.Another(master: master);
        (await node.WordsAsync(good)).Name.ShouldBe("Rosa Quispe");
        // Its old index key stays with it: it is still found.
        (await node.FoundAsync("Ana Torres")).ShouldBe([damaged]);
    }
}
