using Amparo.Platform.Outbox;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class AfterTests
{
    [Theory, OnEveryDatabase]
    public async Task A_delivered_message_is_gone(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        (await DeliverAsync(test)).ShouldBe(1);
        (await DeliverAsync(test)).ShouldBe(0);
        Book(test).Delivered.Single().Attempt.ShouldBe(1);
        await test.CountsAreAsync(notes: 1, audit: 1, outbox: 0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_that_failed_comes_again_later_and_later(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        Book(test).OnAfter = (delivery, _) => delivery.Attempt < 3 ? throw new TimeoutException() : Task.CompletedTask;

        (await DeliverAsync(test)).ShouldBe(1);
        (await DeliverAsync(test)).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromSeconds(2));
        (await DeliverAsync(test)).ShouldBe(1);
        test.Clock.Advance(TimeSpan.FromSeconds(2));
        (await DeliverAsync(test)).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromSeconds(2));
        (await DeliverAsync(test)).ShouldBe(1);

        Book(test).Delivered.Select(d => d.Attempt).ShouldBe([1, 2, 3]);
        Book(test).Delivered.Select(d => d.Id).Distinct().Count().ShouldBe(1);
        await test.CountsAreAsync(notes: 1, audit: 1, outbox: 0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_that_always_fails_is_given_up_and_kept(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        Book(test).OnAfter = (_, _) => throw new TimeoutException("words of a person");
        for (var i = 0; i < 40; i++)
        {
            await DeliverAsync(test);
            test.Clock.Advance(TimeSpan.FromHours(1));
        }
        Book(test).Delivered.Count.ShouldBe(12);
        var kept = await test.InAsync(db => db.Set<OutboxMessage>().SingleAsync());
        kept.DueAt.ShouldBeNull();
        kept.Failure.ShouldBe(nameof(TimeoutException));
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_of_a_node_that_crashed_comes_again_when_its_lease_is_over(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        await test.InAsync(db => db.LeaseAsync(test.Clock.GetUtcNow(), test.Clock.GetUtcNow().AddMinutes(2), 20, default));
        (await DeliverAsync(test)).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromMinutes(2));
        (await DeliverAsync(test)).ShouldBe(1);
        Book(test).Delivered.Single().Attempt.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_handler_records_takes_its_message_off_in_the_same_transaction(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("first");
        Book(test).OnAfter = async (_, _) =>
        {
            // Another scope than the delivery's: its message stays until the handler has returned.
            await test.ChangeAsync(id, "delivered");
            await test.CountsAreAsync(notes: 1, audit: 3, outbox: 1);
        };
        (await DeliverAsync(test)).ShouldBe(1);
        await test.CountsAreAsync(notes: 1, audit: 3, outbox: 0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_slow_handler_does_not_let_the_rest_of_its_batch_be_delivered_twice(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        await test.WriteAsync("second");
        Book(test).OnAfter = (_, _) =>
        {
            test.Clock.Advance(TimeSpan.FromMinutes(3));
            return Task.CompletedTask;
        };
        (await DeliverAsync(test)).ShouldBe(2);
        Book(test).Delivered.Count.ShouldBe(1);
        (await DeliverAsync(test)).ShouldBe(1);
        Book(test).Delivered.Select(d => d.Id).Distinct().Count().ShouldBe(2);
        await test.CountsAreAsync(notes: 2, audit: 2, outbox: 0);
    }

    [Fact]
    public async Task Two_workers_never_deliver_the_same_message()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres);
        await using var other = test.Another();
        Book(test).OnAfter = Book(other).OnAfter = (_, cancel) => Task.Delay(2, cancel);
        for (var i = 0; i < 60; i++)
            await test.WriteAsync($"note {i}");

        await Task.WhenAll(((TestDb[])[test, other]).Select(node => Task.Run(async () =>
        {
            while (await DeliverAsync(node) > 0)
            {
            }
        })));

        var delivered = Book(test).Delivered.Concat(Book(other).Delivered).Select(d => d.Id).ToList();
        delivered.Count.ShouldBe(60);
        delivered.Distinct().Count().ShouldBe(60);
        Book(other).Delivered.ShouldNotBeEmpty();
        await test.CountsAreAsync(notes: 60, audit: 60, outbox: 0);
    }

    private static NoteBook Book(TestDb test) => test.Services.GetRequiredService<NoteBook>();

    private static Task<int> DeliverAsync(TestDb test) => test.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(default);
}
