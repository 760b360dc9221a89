using Amparo.Platform.Data;
using Amparo.Platform.Outbox;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Data;

public class RecordTests
{
    [Theory, OnEveryDatabase]
    public async Task Recording_saves_state_audit_and_outbox_together(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");

        await test.InAsync(async db =>
        {
            (await db.Notes.SingleAsync(n => n.Id == id)).Text.ShouldBe("first");
            var entry = await db.Audit.SingleAsync();
            entry.Event.ShouldBe("note.written");
            entry.About.ShouldBe(id.Value);
            entry.Kind.ShouldBe("follow-up");
            entry.At.ShouldBe(test.Clock.GetUtcNow());
            entry.Position.ShouldBeGreaterThan(0);
            var message = await db.Set<OutboxMessage>().SingleAsync();
            message.Handler.ShouldBe(nameof(SendNote));
        });
    }

    [Theory, OnEveryDatabase]
    public async Task A_save_that_fails_leaves_nothing(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");
        await test.InAsync(async db =>
        {
            var (note, written) = Note.Write("second");
            db.Add(note);
            db.Entry(note).Property(n => n.Id).CurrentValue = id;
            await Should.ThrowAsync<DbUpdateException>(() => db.RecordAsync(written, default));
        });
        await test.CountsAreAsync(notes: 1, audit: 1, outbox: 1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_save_that_does_not_say_what_happened_throws(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.InAsync(async db =>
        {
            db.Add(Note.Write("first").Note);
#pragma warning disable RS0030 // It is what the test is about.
            Should.Throw<SavedWithoutEventException>(() => db.SaveChanges());
            await Should.ThrowAsync<SavedWithoutEventException>(() => db.SaveChangesAsync());
#pragma warning restore RS0030
            await Should.ThrowAsync<SavedWithoutEventException>(() => db.KeepAsync(default));
        });
        await test.CountsAreAsync(notes: 0, audit: 0, outbox: 0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_conflict_saves_nothing_and_trying_again_doubles_nothing(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync(n => n.Id == id);
            await test.InAsync(async other => await other.RecordAsync((await other.Notes.SingleAsync(n => n.Id == id)).Change("theirs"), default));

            var changed = note.Change("mine");
            var conflict = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.RecordAsync(changed, default));
            (await test.InAsync(d => d.Notes.SingleAsync(n => n.Id == id))).Text.ShouldBe("theirs");

            var entry = conflict.Entries.Single();
            entry.OriginalValues.SetValues((await entry.GetDatabaseValuesAsync())!);
            await db.RecordAsync(changed, default);
        });
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync(n => n.Id == id);
            note.Text.ShouldBe("mine");
            note.Version.ShouldBe(3);
            (await db.Audit.CountAsync(e => e.Event == "note.changed")).ShouldBe(2);
            (await db.NoteCopies.CountAsync()).ShouldBe(2);
        });
    }

    [Theory, OnEveryDatabase]
    public async Task One_bad_unit_among_many_leaves_the_others(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var taken = await test.WriteAsync("taken");
        var saves = Enumerable.Range(0, 40).Select(i => Task.Run(() => test.InAsync(async db =>
        {
            var (note, written) = Note.Write($"note {i}");
            db.Add(note);
            if (i % 10 == 3)
                db.Entry(note).Property(n => n.Id).CurrentValue = taken;
            try
            {
                await db.RecordAsync(written, default);
                return true;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        })));
        (await Task.WhenAll(saves)).Count(saved => saved).ShouldBe(36);
        await test.CountsAreAsync(notes: 37, audit: 37, outbox: 37);
    }
}
