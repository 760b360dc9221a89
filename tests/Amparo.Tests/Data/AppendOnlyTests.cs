using System.Data.Common;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class AppendOnlyTests
{
    [Theory, OnEveryDatabase]
    public async Task The_audit_and_its_seals_cannot_be_changed_or_deleted(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        await test.SealAsync();
        string[] attempts =
        [
            """UPDATE "Audit" SET "Data" = '{{}}'""",
            """DELETE FROM "Audit" """,
            """UPDATE "Seals" SET "Count" = 0""",
            """DELETE FROM "Seals" """,
            .. database == TestDatabases.Postgres
                ? (string[])["""TRUNCATE "Audit" """, """TRUNCATE "Seals" """]
                :
                [
                    """INSERT OR REPLACE INTO "Audit" SELECT * FROM "Audit" """,
                    """INSERT OR REPLACE INTO "Seals" SELECT * FROM "Seals" """,
                    """UPDATE OR REPLACE "Audit" SET "Position" = 7""",
                ],
        ];
        foreach (var attempt in attempts)
        {
            var refused = await Should.ThrowAsync<DbException>(() => ExecuteAsync(test, attempt), attempt);
            refused.Message.ShouldContain("append-only");
        }
        (await test.InAsync(db => db.Audit.CountAsync())).ShouldBe(1);
    }

    private static Task ExecuteAsync(TestDb test, string sql) => test.InAsync(async db =>
    {
#pragma warning disable RS0030 // The test speaks SQL as a tamperer would.
        await db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore RS0030
    });
}
