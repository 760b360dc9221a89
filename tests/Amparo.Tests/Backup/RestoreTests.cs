using System.IO.Compression;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Amparo.Tests.Backup.MakingBackups;

namespace Amparo.Tests.Backup;

public class RestoreTests
{
    [Theory, OnEveryDatabase]
    public async Task A_database_that_exists_is_not_overwritten_unless_told_and_then_kept(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await test.BackUpAsync();
        await using var target = TestDatabases.Unmade(database);
        await test.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
        await using (var moved = test.Over(target))
            await moved.WriteAsync("second");

        (await RefusedAsync(() => test.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default)))
            .ShouldBe("There is a database already: nothing was restored.");
        await using (var moved = test.Over(target))
            (await moved.InAsync(db => db.Notes.CountAsync())).ShouldBe(2);

        var restored = await test.Backups.RestoreAsync(file, target.Address, overwrite: true, anchor: null, default);
        restored.Kept.ShouldNotBeNull().ShouldContain("before_20260302140000");
        await using (var moved = test.Over(target))
            (await moved.InAsync(db => db.Notes.CountAsync())).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_damaged_backup_is_not_restored(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await test.BackUpAsync();
        await ReplaceAsync(file, "database", bytes => bytes[bytes.Length / 2] ^= 1);
        (await RefusedAsync(() => test.Backups.VerifyAsync(file, default))).ShouldContain("does not have the checksum");

        await File.WriteAllBytesAsync(file, [1, 2, 3]);
        (await RefusedAsync(() => test.Backups.VerifyAsync(file, default))).ShouldContain("is damaged or no backup");
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_of_another_master_key_or_with_a_changed_manifest_is_not_restored(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await test.BackUpAsync();
        await using (var other = test.Another(master: MasterKey.Parse(MasterKey.Generate())))
            (await RefusedAsync(() => other.Backups.VerifyAsync(file, default))).ShouldContain("was not made with this master key");
        await ReplaceAsync(file, "manifest.json", bytes => bytes[Array.IndexOf(bytes, (byte)'1')] = (byte)'2');
        await RefusedAsync(() => test.Backups.VerifyAsync(file, default));
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_of_before_the_master_key_was_rotated_restores_with_the_old_one_beside(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("note");
        await test.SealFieldsAsync(id, "Rosa Quispe", "story");
        var file = await test.BackUpAsync();
        var master = MasterKey.Parse(MasterKey.Generate());
        await using var target = TestDatabases.Unmade(database);
        await using (var alone = test.Another(master: master))
            (await RefusedAsync(() => alone.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default))).ShouldContain("was not made with this master key");
        await using var both = test.Another(master: master, previous: test.Master);
        (await both.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default)).Audit.IsSound.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Work_since_the_backup_is_lost_and_the_anchor_says_how_much(string database)
    {
        var anchor = TestDatabases.TemporaryFile(".jsonl");
        await using var test = await TestDb.StartAsync(database, services => services.AddSingleton(new AuditSettings { Anchor = anchor }));
        await test.WriteAsync("first");
        await test.SealAsync();
        var file = await test.BackUpAsync();
        await test.WriteAsync("lost");
        await test.SealAsync();
        await using var target = TestDatabases.Unmade(database);
        var restored = await test.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor, default);
        restored.Audit.Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.Truncated);
        restored.Audit.Anchored.ShouldBe(1);
    }

    [Fact]
    public async Task On_a_new_server_whose_transactions_are_numbered_afresh_the_audit_goes_on()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres);
        // As an old server has: far more transactions than a new one.
        await test.TamperAsync("DO $$ BEGIN FOR i IN 1..20000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        await test.WriteAsync("old server");
        await test.SealAsync();
        var file = await test.BackUpAsync();

        using var server = PostgresServer.Start();
        await using var target = new TestDatabase(DatabaseAddress.Parse(server.Address("moved")), () => Task.CompletedTask);
        await test.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
        await using var moved = test.Over(target);
#pragma warning disable RS0030 // How far the numbers were moved is known to the database alone.
        (await moved.InAsync(db => db.Database.SqlQueryRaw<long>("SELECT amparo_era() AS \"Value\"").SingleAsync())).ShouldBeGreaterThan(10_000);
#pragma warning restore RS0030
        await moved.WriteAsync("new server");
        await moved.SealAsync();
        var report = await moved.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default);
        report.Findings.ShouldBeEmpty();
        (report.Sealed, report.NotYetSealed).ShouldBe((report.Rows, 0));
    }

    private static async Task ReplaceAsync(string file, string name, Action<byte[]> change)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update);
        using var bytes = new MemoryStream();
        await using (var old = await zip.GetEntry(name)!.OpenAsync())
            await old.CopyToAsync(bytes);
        zip.GetEntry(name)!.Delete();
        var changed = bytes.ToArray();
        change(changed);
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(changed);
    }
}
