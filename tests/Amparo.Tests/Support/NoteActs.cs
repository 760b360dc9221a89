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
            await db.RecordAsync(note.Seal(seals.Seal(id, nameof(Note.Name), name), seals.Seal(id, nameof(Note.Story), story), []), default);
        });

        public Task CountsAreAsync(int notes, int audit, int outbox) => test.InAsync(async db =>
        {
            (await db.Notes.CountAsync()).ShouldBe(notes);
            (await db.Audit.CountAsync()).ShouldBe(audit);
            (await db.Set<OutboxMessage>().CountAsync()).ShouldBe(outbox);
        });
    }
}
