using Amparo.Platform.Audit;
using Amparo.Platform.Outbox;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Support;

/// <summary>What tests of Platform do with notes again and again.</summary>
internal static class NoteActs
{
    extension(TestDb test)
    {
        public Task<FollowUpId> WriteAsync(string text) => test.InAsync(async db =>
        {
            var (note, written) = Note.Write(text);
            db.Add(note);
            await db.RecordAsync(written, default);
            return note.Id;
        });

        public Task ChangeAsync(FollowUpId id, string text) => test.InAsync(async db =>
            await db.RecordAsync((await db.Notes.SingleAsync(n => n.Id == id)).Change(text), default));

        /// <summary>Seals a name and a story into a note.</summary>
        public Task SealFieldsAsync(FollowUpId id, string name, string story) => test.InAsync(async db =>
        {
            var seals = test.Services.GetRequiredService<Seals>();
            var note = await db.Notes.SingleAsync(n => n.Id == id);
            var phone = await test.Services.GetRequiredService<BlindIndexes>().OfAsync(nameof(Note.Name), name, default);
            await db.RecordAsync(note.Seal(seals.Seal(id, nameof(Note.Name), name), seals.Seal(id, nameof(Note.Story), story), phone), default);
        });

        /// <summary>Seals everything written so far.</summary>
        public async Task<long> SealAsync()
        {
            // On PostgreSQL a row can be sealed once no older transaction runs in the whole cluster, which other tests use at this moment.
            while (await test.InAsync(async db => await db.Audit.MaxAsync(e => (long?)e.Position) >= await Horizon.OfAsync(db, default)))
                await Task.Delay(5);
            return await test.Services.GetRequiredService<SealWorker>().SealNowAsync(default);
        }

        public Task CountsAreAsync(int notes, int audit, int outbox) => test.InAsync(async db =>
        {
            (await db.Notes.CountAsync()).ShouldBe(notes);
            (await db.Audit.CountAsync()).ShouldBe(audit);
            (await db.Set<OutboxMessage>().CountAsync()).ShouldBe(outbox);
        });
    }
}
