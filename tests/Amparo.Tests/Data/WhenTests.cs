using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class WhenTests
{
    [Theory, OnEveryDatabase]
    public async Task An_answer_is_saved_with_the_event_it_answers(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");
        await test.ChangeAsync(id, "second");
        await test.InAsync(async db =>
        {
            (await db.NoteCopies.SingleAsync()).Note.ShouldBe(id);
            (await db.Audit.Select(e => e.Event).ToListAsync()).ShouldBe(["note.written", "note.changed", "note.copied"], ignoreOrder: true);
        });
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_that_fails_undoes_the_event(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");
        test.Services.GetRequiredService<NoteBook>().OnWhen = () => throw new InvalidOperationException("The answer fails.");
        await Should.ThrowAsync<InvalidOperationException>(() => test.ChangeAsync(id, "second"));
        await test.InAsync(async db =>
        {
            (await db.Notes.SingleAsync()).Text.ShouldBe("first");
            (await db.NoteCopies.CountAsync()).ShouldBe(0);
            (await db.Audit.CountAsync()).ShouldBe(1);
        });
    }
}
