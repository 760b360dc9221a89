using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Support;

/// <summary>A module for trying Platform: a note with a text, of which one field is sealed. It borrows the kind of a follow-up.</summary>
public sealed class Note : IVersioned
{
    private Note()
    {
    }

    public FollowUpId Id { get; private init; } = FollowUpId.New();

    public string Text { get; private set; } = "";

    public Sealed Name { get; private set; }

    public Sealed Story { get; private set; }

    public BlindIndex? Phone { get; private set; }

    public int Version { get; private init; } = 1;

    public static (Note Note, NoteWritten Written) Write(string text)
    {
        var note = new Note { Text = text };
        return (note, new NoteWritten(note.Id, text.Length));
    }

    public NoteChanged Change(string text)
    {
        Text = text;
        return new NoteChanged(Id, text.Length);
    }

    public NoteChanged Seal(Sealed name, Sealed story, BlindIndex? phone)
    {
        (Name, Story, Phone) = (name, story, phone);
        return new NoteChanged(Id, 0);
    }
}

/// <summary>What an <see cref="IWhen{TEvent}"/> handler writes beside a changed note.</summary>
public sealed class NoteCopy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public FollowUpId Note { get; init; }
}

public sealed record NoteWritten(FollowUpId Note, int Length) : IEvent
{
    public Subject About => Note;
}

public sealed record NoteChanged(FollowUpId Note, int Length) : IEvent
{
    public Subject About => Note;
}

public sealed record NoteCopied(FollowUpId Note) : IEvent
{
    public Subject About => Note;
}

/// <summary>What the handlers did and are told to do.</summary>
public sealed class NoteBook
{
    public List<Delivery> Delivered { get; } = [];

    /// <summary>Called by the <see cref="IWhen{TEvent}"/> handler.</summary>
    public Action OnWhen { get; set; } = () => { };

    /// <summary>Called by the <see cref="IAfter{TEvent}"/> handler.</summary>
    public Func<Delivery, CancellationToken, Task> OnAfter { get; set; } = (_, _) => Task.CompletedTask;
}

public sealed class CopyNote(Db db, NoteBook book) : IWhen<NoteChanged>
{
    public Task<IReadOnlyList<IEvent>> WhenAsync(NoteChanged happened, CancellationToken cancel)
    {
        db.Add(new NoteCopy { Note = happened.Note });
        book.OnWhen();
        return Task.FromResult<IReadOnlyList<IEvent>>([new NoteCopied(happened.Note)]);
    }
}

public sealed class SendNote(NoteBook book) : IAfter<NoteWritten>
{
    public async Task AfterAsync(NoteWritten happened, Delivery delivery, CancellationToken cancel)
    {
        lock (book.Delivered)
            book.Delivered.Add(delivery);
        await book.OnAfter(delivery, cancel);
    }
}

/// <summary>Lets everybody read, in tests that need a rule.</summary>
public sealed class AnybodyMay : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel) => Task.FromResult(true);
}

public static class NotesModule
{
    public static void AddNotes(this IServiceCollection services)
    {
        services.AddSingleton<NoteBook>();
        services.AddModule("notes", module => module
            .Map(model => model.Entity<Note>().ToTable("Notes"))
            .Map(model => model.Entity<NoteCopy>().ToTable("NoteCopies"))
            .Event<NoteWritten>("note.written")
            .Event<NoteChanged>("note.changed")
            .Event<NoteCopied>("note.copied")
            .When<NoteChanged, CopyNote>()
            .After<NoteWritten, SendNote>()
            .Protect<Kind.FollowUp>(nameof(Note.Name), FieldClass.Identity)
            .Index<Note>(nameof(Note.Phone), of: nameof(Note.Name), (name, _) => name)
            .Protect<Kind.FollowUp>(nameof(Note.Story), FieldClass.Narrative));
    }

    extension(Db db)
    {
        public DbSet<Note> Notes => db.Set<Note>();

        public DbSet<NoteCopy> NoteCopies => db.Set<NoteCopy>();
    }
}
