using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Data;

public class BookkeepingTests
{
    /// <summary>Tables that may be saved without an event. To add one is a decision: nothing a person does may lie in it alone.</summary>
    private static readonly string[] Written = ["Drafts", "Keys", "Outbox", "Posted", "Seals"];

    [Theory, OnEveryDatabase]
    public async Task Only_these_tables_are_saved_without_an_event(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.InAsync(db =>
        {
            db.Model.GetEntityTypes().Where(e => BookkeepingAttribute.Marks(e.ClrType)).Select(e => e.GetTableName()!).Order().ShouldBe(Written);
            return Task.CompletedTask;
        });
    }
}
