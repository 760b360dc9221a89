using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Audit;

public class SealingTests
{
    [Theory, OnEveryDatabase]
    public async Task Nothing_new_makes_no_seal(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database, notes: 5);
        (await audit.SealAsync()).ShouldBe(0);
        (await audit.VerifyAsync()).Seals.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Rows_not_sealed_and_seals_not_anchored_are_counted(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database, notes: 10);
        for (var i = 0; i < 3; i++)
            await audit.Test.WriteAsync("sealed");
        await using (var noAnchor = audit.Test.Another())
            await noAnchor.SealAsync();
        for (var i = 0; i < 4; i++)
            await audit.Test.WriteAsync("open");

        var report = await audit.VerifyAsync();
        report.Findings.ShouldBeEmpty();
        (report.Rows, report.Sealed, report.NotYetSealed, report.Anchored, report.SealedNotAnchored).ShouldBe((17, 13, 4, 10, 3));
        report = await audit.VerifyAsync(withAnchor: false);
        (report.Rows, report.Sealed, report.NotYetSealed, report.Anchored, report.SealedNotAnchored).ShouldBe((17, 13, 4, 0, 13));
    }

    [Theory, OnEveryDatabase]
    public async Task A_backlog_is_sealed_in_parts_and_no_transaction_is_split(string database)
    {
        await using var test = await TestDb.StartAsync(database, services => services.AddSingleton(new AuditSettings { RowsInSeal = 3 }));
        for (var i = 0; i < 6; i++)
            await test.ChangeAsync(await test.WriteAsync("note"), "changed");
        await using (var whole = test.Another(services => services.AddSingleton(new AuditSettings { RowsInSeal = 1 })))
            (await whole.SealAsync()).ShouldBe(18);
        await test.ChangeAsync(await test.WriteAsync("note"), "changed");
        await test.ChangeAsync(await test.WriteAsync("note"), "changed");
        await test.SealAsync();

        var seals = await test.InAsync(db => db.Set<Seal>().OrderBy(s => s.Number).ToListAsync());
        seals.Sum(s => s.Count).ShouldBe(24);
        seals.Max(s => s.Count).ShouldBeLessThanOrEqualTo(3);
        seals[^1].Total.ShouldBe(24);
        (await test.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default)).Findings.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Under_sixteen_writers_with_rollbacks_two_sealers_seal_every_row_once(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await using var other = test.Another();
        using var written = new CancellationTokenSource();
        var sealers = ((TestDb[])[test, other]).Select(node => Task.Run(async () =>
        {
            while (!written.IsCancellationRequested)
            {
                await node.Services.GetRequiredService<SealWorker>().SealNowAsync(default);
                await Task.Delay(5);
            }
        })).ToList();
        var taken = await test.WriteAsync("taken");
        await WriteTenEachAsync();
        // On PostgreSQL nothing is sealed while an older transaction is open, and on a busy machine one always is: between the waves none is.
        while (!await test.InAsync(db => db.Set<Seal>().AnyAsync()))
            await Task.Delay(5);
        await WriteTenEachAsync();
        await written.CancelAsync();
        await Task.WhenAll(sealers);
        await test.SealAsync();

        var seals = await test.InAsync(db => db.Set<Seal>().OrderBy(s => s.Number).ToListAsync());
        seals.Count.ShouldBeGreaterThan(1);
        var rows = await test.InAsync(db => db.Audit.Select(e => e.Id).ToListAsync());
        rows.Count.ShouldBe(241);
        seals.SelectMany(s => Leaf.Unpack(s.Leaves)).Select(l => l.Id).ShouldBe(rows, ignoreOrder: true);
        var report = await test.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default);
        report.Findings.ShouldBeEmpty();
        (report.Sealed, report.NotYetSealed).ShouldBe((241, 0));

        Task WriteTenEachAsync() => Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await WriteOrFailAsync(test, fails: (writer + i) % 4 == 0, taken);
        })));
    }

    [Fact]
    public async Task A_row_of_a_transaction_that_is_still_open_waits_for_a_later_seal()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres);
        await test.InAsync(async db =>
        {
#pragma warning disable RS0030 // A slow transaction, which the lane does not make.
            await using var slow = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "Audit" ("Id","At","Event","Kind","About","Data") VALUES (gen_random_uuid(), now(), 'note.written', 'note', gen_random_uuid(), 'x')""");
            await test.WriteAsync("later, and committed first");
            (await test.Services.GetRequiredService<SealWorker>().SealNowAsync(default)).ShouldBe(0);
            await slow.CommitAsync();
#pragma warning restore RS0030
        });
        (await test.SealAsync()).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_key_signs_from_then_on_and_the_old_seals_stay_good(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database, notes: 5);
        (await audit.Test.Services.GetRequiredService<SealKeys>().RotateAsync(default)).Version.ShouldBe(2);
        await audit.WriteAndSealAsync(5);
        (await audit.VerifyAsync()).Findings.ShouldBeEmpty();
        var seals = await audit.Test.InAsync(db => db.Set<Seal>().OrderBy(s => s.Number).ToListAsync());
        seals.Select(s => s.KeyVersion).ShouldBe([1, 2]);
        seals[0].KeyId.ShouldNotBe(seals[1].KeyId);
    }

    [Theory, OnEveryDatabase]
    public async Task The_signing_key_does_not_lie_in_clear(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database, notes: 5);
        var stored = await audit.Test.InAsync(db => db.Set<StoredKey>().SingleAsync(k => k.Name == "audit-0001"));
        var wrapped = Convert.FromBase64String(System.Xml.Linq.XElement.Parse(stored.Xml).Value);
        using var ecdsa = System.Security.Cryptography.ECDsa.Create();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => ecdsa.ImportPkcs8PrivateKey(wrapped, out _));
    }

    [Fact]
    public async Task In_a_new_cluster_positions_go_on_above_the_last_seal()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var audit = await AnchoredAudit.StartAsync(TestDatabases.Postgres, notes: 0);
        // The old cluster: five million transactions further on than this one.
        await EraIsAsync(audit, 5_000_000);
        await audit.WriteAndSealAsync(5);
        // The new cluster: its own numbers are low, and nobody has looked yet.
        await EraIsAsync(audit, 0);
        await Should.ThrowAsync<InvalidOperationException>(() => audit.Test.Services.GetRequiredService<SealWorker>().SealNowAsync(default));

        await audit.Test.InAsync(db => db.GuardAsync(default));
        await audit.Test.InAsync(db => db.GuardAsync(default));
        await audit.WriteAndSealAsync(5);
        var report = await audit.VerifyAsync();
        report.Findings.ShouldBeEmpty();
        (report.Sealed, report.NotYetSealed).ShouldBe((10, 0));
        (await audit.RowAsync(5)).Position.ShouldBeGreaterThan((await audit.RowAsync(4)).Position);
    }

    private static Task EraIsAsync(AnchoredAudit audit, long era) => audit.Test.TamperAsync(
        $"CREATE OR REPLACE FUNCTION amparo_era() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT {era}::bigint'");

    private static Task WriteOrFailAsync(TestDb test, bool fails, FollowUpId taken) => test.InAsync(async db =>
    {
        var (note, written) = Note.Write("note");
        db.Add(note);
        if (!fails)
        {
            await db.RecordAsync(written, default);
            return;
        }
        db.Entry(note).Property(n => n.Id).CurrentValue = taken;
        await Should.ThrowAsync<DbUpdateException>(() => db.RecordAsync(written, default));
    });
}
