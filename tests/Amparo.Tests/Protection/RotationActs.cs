using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Protection;

/// <summary>What tests of rotation do again and again.</summary>
internal static class RotationActs
{
    public static MasterKey NewKey() => MasterKey.Parse(MasterKey.Generate());

    /// <summary>Two rows at once and no waiting for nodes that are not there.</summary>
    public static void AtOnce(IServiceCollection services) =>
        services.AddSingleton(new RotationSettings { Settle = TimeSpan.Zero, LookEvery = TimeSpan.FromMilliseconds(100), Rest = TimeSpan.Zero, Batch = 2 });

    extension(TestDb test)
    {
        /// <summary>Rotates from the master key of this node to another, as the command does.</summary>
        public async Task<RotationReport> RotateAsync(MasterKey to, Action<RotationStep>? said = null, CancellationToken cancel = default)
        {
            await using var command = test.Another(AtOnce, to, test.Master);
            return await command.Services.GetRequiredService<KeyRotation>().RotateAsync(said, cancel);
        }

        /// <summary>A note with a name, found by it.</summary>
        public async Task<FollowUpId> NoteAsync(string name, string story = "story")
        {
            var id = await test.WriteAsync("note");
            await test.SealFieldsAsync(id, name, story);
            return id;
        }

        public async Task<(string Name, string Story)> WordsAsync(FollowUpId id)
        {
            var note = await test.NoteOfAsync(id);
            return (test.Seals.Open(id, nameof(Note.Name), note.Name), test.Seals.Open(id, nameof(Note.Story), note.Story));
        }

        public Task<Note> NoteOfAsync(FollowUpId id) => test.InAsync(db => db.Notes.SingleAsync(n => n.Id == id));

        /// <summary>The notes found by a name, under every key that is alive.</summary>
        public async Task<List<FollowUpId>> FoundAsync(string name)
        {
            var any = (await test.Services.GetRequiredService<BlindIndexes>().AllOfAsync(nameof(Note.Name), name, default)).Select(i => (BlindIndex?)i).ToList();
            return await test.InAsync(db => db.Notes.Where(n => any.Contains(n.Phone)).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync());
        }

        public Task<List<StoredKey>> KeysAsync() => test.InAsync(db => db.Set<StoredKey>().AsNoTracking().OrderBy(k => k.Name).ToListAsync());

        /// <summary>Under which keys of the ring the names and stories of all notes lie.</summary>
        public async Task<List<Guid>> UnderAsync() =>
            [.. (await test.InAsync(db => db.Notes.ToListAsync())).SelectMany(n => (Guid[])[CipherHead.KeyOf(n.Name.Cipher)!.Value, CipherHead.KeyOf(n.Story.Cipher)!.Value]).Distinct()];

        public Seals Seals => test.Services.GetRequiredService<Seals>();
    }
}
