using Amparo.Platform.Acts;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Data;

public class PostedOnceTests
{
    [Theory, OnEveryDatabase]
    public async Task A_form_posted_again_is_carried_out_once(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var key = Guid.CreateVersion7();
        (await PostAsync(test, key)).ShouldBeTrue();
        (await PostAsync(test, key)).ShouldBeFalse();
        (await PostAsync(test, Guid.CreateVersion7())).ShouldBeTrue();
        await test.CountsAreAsync(notes: 2, audit: 2, outbox: 2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_posted_sixteen_times_at_once_is_carried_out_once(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var key = Guid.CreateVersion7();
        var posts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => PostAsync(test, key))));
        posts.Count(carriedOut => carriedOut).ShouldBe(1);
        await test.CountsAreAsync(notes: 1, audit: 1, outbox: 1);
        await test.InAsync(async db => (await db.Set<PostedOnce>().CountAsync()).ShouldBe(1));
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_whose_act_failed_can_be_posted_again(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var taken = await test.WriteAsync("taken");
        var key = Guid.CreateVersion7();
        await test.InAsync(async db =>
        {
            var (note, written) = Note.Write("note");
            db.Add(note);
            db.Entry(note).Property(n => n.Id).CurrentValue = taken;
            db.Posting = key;
            await Should.ThrowAsync<DbUpdateException>(() => db.RecordAsync(written, default));
        });
        (await PostAsync(test, key)).ShouldBeTrue();
    }

    private static Task<bool> PostAsync(TestDb test, Guid key) => test.InAsync(async db =>
    {
        var (note, written) = Note.Write("posted");
        db.Add(note);
        db.Posting = key;
        try
        {
            await db.RecordAsync(written, default);
            return true;
        }
        catch (AlreadyPosted)
        {
            return false;
        }
    });
}
