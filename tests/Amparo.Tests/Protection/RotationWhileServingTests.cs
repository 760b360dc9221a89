using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Protection;

public class RotationWhileServingTests
{
    [Theory, OnEveryDatabase]
    public async Task A_node_with_both_master_keys_serves_before_and_after(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var before = await test.NoteAsync("Rosa Quispe");
        var master = RotationActs.NewKey();
        await using var node = test.Another(master: master, previous: test.Master);
        (await node.WordsAsync(before)).Name.ShouldBe("Rosa Quispe");
        var between = await node.NoteAsync("Rosa Quispe");
        await test.RotateAsync(master);
        (await node.WordsAsync(before)).Name.ShouldBe("Rosa Quispe");
        (await node.WordsAsync(between)).Name.ShouldBe("Rosa Quispe");
        (await node.FoundAsync("Rosa Quispe")).ShouldBe([before, between]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_running_node_opens_what_another_sealed_under_the_new_key_and_soon_seals_with_it(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.NoteAsync("Eva Rojas");
        var master = RotationActs.NewKey();
        await using var running = test.Another(master: master, previous: test.Master);
        await using var quiet = test.Another(master: master, previous: test.Master);
        // Both have read their rings, and the framework would not read them again today.
        var old = await running.NoteAsync("Rosa Quispe");
        var oldKey = running.Seals.NewestKey();
        quiet.Seals.NewestKey().ShouldBe(oldKey);
        await test.RotateAsync(master);
        await using var other = test.Another(master: master, previous: test.Master);
        var fresh = await other.NoteAsync("Ana Torres");
        var newKey = other.Seals.NewestKey();
        newKey.ShouldNotBe(oldKey);

        (await running.WordsAsync(fresh)).Name.ShouldBe("Ana Torres");
        (await running.WordsAsync(old)).Name.ShouldBe("Rosa Quispe");
        quiet.Seals.NewestKey().ShouldBe(oldKey);
        await quiet.Services.GetRequiredService<KeyRing>().LookAsync(default);
        quiet.Seals.NewestKey().ShouldBe(newKey);
    }

    [Theory, OnEveryDatabase]
    public async Task What_names_a_key_that_nobody_made_is_refused_and_makes_nobody_read_the_ring(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.NoteAsync("Rosa Quispe");
        var ring = test.Services.GetRequiredService<KeyRing>();
        var state = ring.State;
        byte[] forged = [.. CipherHead.Of(Guid.CreateVersion7()), .. (await test.NoteOfAsync(id)).Name.Cipher[CipherHead.Length..]];
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => test.Seals.Open(id, nameof(Note.Name), new Sealed(forged)));
        ring.State.ShouldBeSameAs(state);
    }

    [Theory, OnEveryDatabase]
    public async Task A_node_that_knows_only_the_old_master_key_goes_on_and_does_not_spoil_anything(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var old = await test.NoteAsync("Rosa Quispe");
        await using var idle = test.Another();
        await idle.Services.GetRequiredService<BlindIndexes>().RememberAsync(default);
        idle.Seals.NewestKey();
        var master = RotationActs.NewKey();
        await test.RotateAsync(master);
        (await idle.WordsAsync(await idle.NoteAsync("Eva Rojas"))).Name.ShouldBe("Eva Rojas");
        // Its keys are in its memory: it seals, indexes and finds with them, until it is restarted.
        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(() => test.Services.GetRequiredService<KeyRing>().LookAsync(default));
        var late = await test.NoteAsync("Ana Torres");
        (await test.FoundAsync("Ana Torres")).ShouldBe([late]);
        await using var node = test.Another(master: master);
        (await node.WordsAsync(old)).Name.ShouldBe("Rosa Quispe");
        (await node.WordsAsync(late)).Name.ShouldBe("Ana Torres");
        (await test.RotateAsync(master)).Rows.ShouldBe(2);
        (await node.FoundAsync("Ana Torres")).ShouldBe([late]);
        (await node.KeysAsync()).ShouldAllBe(k => k.OpensWith(node.Services.GetRequiredService<MasterKeyWrap>()));
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_between_reading_and_writing_is_not_overwritten(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.NoteAsync("Rosa Quispe", "first");
        await using var command = test.Another(RotationActs.AtOnce, RotationActs.NewKey(), test.Master);
        await command.Services.GetRequiredService<StoredKeys>().RotateAsync(default);
        var resealing = command.Services.GetRequiredService<Resealing>();
        var table = resealing.Tables().Single(t => t.Entity == typeof(Note));
        var key = test.Address.IsPostgres ? id.Value : (object)id.Value.ToByteArray(bigEndian: true);
        var swap = resealing.Reseal(table, [key], await command.NoteOfAsync(id), await resealing.NewestAsync(default))!;
        // Only the story is edited: name and index are as they were read.
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync(n => n.Id == id);
            await db.RecordAsync(note.Seal(note.Name, test.Seals.Seal(id, nameof(Note.Story), "second"), note.Phone), default);
        });
        (await command.InAsync(db => command.Services.GetRequiredService<IWriteLane>().SwapAsync(db, [swap], default))).ShouldBe(0);
        (await command.WordsAsync(id)).ShouldBe(("Rosa Quispe", "second"));
        (await command.Services.GetRequiredService<KeyRotation>().RotateAsync(null, default)).Rows.ShouldBe(1);
        (await command.WordsAsync(id)).ShouldBe(("Rosa Quispe", "second"));
    }

    [Theory, OnEveryDatabase]
    public async Task While_people_edit_every_edit_survives_none_is_refused_and_versions_count_edits_alone(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.NoteAsync("Eva Rojas");
        var master = RotationActs.NewKey();
        await using var node = test.Another(master: master, previous: test.Master);
        List<FollowUpId> notes = [];
        for (var i = 0; i < 12; i++)
            notes.Add(await node.NoteAsync($"Name {i}"));
        using var done = new CancellationTokenSource();
        var edits = notes.Select(id => Task.Run(async () =>
        {
            var count = 0;
            while (count < 3 || !done.IsCancellationRequested)
                await node.SealFieldsAsync(id, $"Name {id}", $"edit {++count}");
            return count;
        })).ToList();
        await test.RotateAsync(master);
        await done.CancelAsync();
        var counts = await Task.WhenAll(edits);
        // Nobody edits any more: what the editing outran is caught up with.
        await test.RotateAsync(master);
        await using var alone = test.Another(master: master);
        for (var i = 0; i < notes.Count; i++)
        {
            (await alone.WordsAsync(notes[i])).ShouldBe(($"Name {notes[i]}", $"edit {counts[i]}"));
            (await alone.FoundAsync($"Name {notes[i]}")).ShouldBe([notes[i]]);
            (await alone.NoteOfAsync(notes[i])).Version.ShouldBe(2 + counts[i]);
        }
        (await alone.UnderAsync()).ShouldHaveSingleItem().ShouldBe(alone.Seals.NewestKey());
    }
}
