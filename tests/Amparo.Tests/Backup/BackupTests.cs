using System.IO.Compression;
using Amparo.Platform.Audit;
using Amparo.Platform.Backup;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Backup;

public class BackupTests
{
    [Theory, OnEveryDatabase]
    public async Task A_backup_made_under_writing_is_verified_and_restores_into_a_new_database(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("note");
        await test.SealFieldsAsync(id, "Rosa Quispe", "story");
        await test.SealAsync();
        var file = TestDatabases.TemporaryFile(".backup");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await test.WriteAsync("meanwhile");
        });
        var manifest = await Backups(test).BackupAsync(file, verify: true, default);
        await stop.CancelAsync();
        await writing;

        manifest.Head!.Total.ShouldBe(3);
        manifest.Rows["Audit"].ShouldBeGreaterThanOrEqualTo(3);
        manifest.Rows["Notes"].ShouldBeLessThanOrEqualTo(await test.InAsync(db => db.Notes.LongCountAsync()));
        await using var target = TestDatabases.Unmade(database);
        var restored = await Backups(test).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
        restored.Audit.IsSound.ShouldBeTrue();
        restored.Audit.Rows.ShouldBe(manifest.Rows["Audit"]);
        restored.Kept.ShouldBeNull();

        await using var moved = test.Over(target);
        var note = await moved.InAsync(db => db.Notes.SingleAsync(n => n.Id == id));
        moved.Services.GetRequiredService<Seals>().Open(id, nameof(Note.Name), note.Name).ShouldBe("Rosa Quispe");
        await moved.WriteAsync("goes on");
        await moved.SealAsync();
        (await moved.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default)).NotYetSealed.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_that_exists_is_not_overwritten_unless_told_and_then_kept(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await BackUpAsync(test);
        await using var target = TestDatabases.Unmade(database);
        await Backups(test).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
        await using (var moved = test.Over(target))
            await moved.WriteAsync("second");

        (await RefusedAsync(() => Backups(test).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default)))
            .ShouldBe("There is a database already: nothing was restored.");
        await using (var moved = test.Over(target))
            (await moved.InAsync(db => db.Notes.CountAsync())).ShouldBe(2);

        var restored = await Backups(test).RestoreAsync(file, target.Address, overwrite: true, anchor: null, default);
        restored.Kept.ShouldNotBeNull().ShouldContain("before_20260302140000");
        await using (var moved = test.Over(target))
            (await moved.InAsync(db => db.Notes.CountAsync())).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_damaged_backup_is_not_restored(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await BackUpAsync(test);
        await ReplaceAsync(file, "database", bytes => bytes[bytes.Length / 2] ^= 1);
        (await RefusedAsync(() => Backups(test).VerifyAsync(file, default))).ShouldContain("does not have the checksum");

        await File.WriteAllBytesAsync(file, [1, 2, 3]);
        (await RefusedAsync(() => Backups(test).VerifyAsync(file, default))).ShouldContain("is damaged or no backup");
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_of_another_master_key_or_with_a_changed_manifest_is_not_restored(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        var file = await BackUpAsync(test);
        await using (var other = test.Another(master: MasterKey.Parse(MasterKey.Generate())))
            (await RefusedAsync(() => Backups(other).VerifyAsync(file, default))).ShouldContain("was not made with this master key");
        await ReplaceAsync(file, "manifest.json", bytes => bytes[Array.IndexOf(bytes, (byte)'1')] = (byte)'2');
        await RefusedAsync(() => Backups(test).VerifyAsync(file, default));
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_of_before_the_master_key_was_rotated_restores_with_the_old_one_beside(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await test.WriteAsync("note");
        await test.SealFieldsAsync(id, "Rosa Quispe", "story");
        var file = await BackUpAsync(test);
        var master = MasterKey.Parse(MasterKey.Generate());
        await using var target = TestDatabases.Unmade(database);
        await using (var alone = test.Another(master: master))
            (await RefusedAsync(() => Backups(alone).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default))).ShouldContain("was not made with this master key");
        await using var both = test.Another(master: master, previous: test.Master);
        (await Backups(both).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default)).Audit.IsSound.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_whose_audit_was_tampered_with_does_not_verify_and_is_not_kept(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        await test.SealAsync();
        await test.TamperAsync("""UPDATE "Audit" SET "Kind" = 'other'""");
        var file = TestDatabases.TemporaryFile(".backup");
        (await RefusedAsync(() => Backups(test).BackupAsync(file, verify: true, default))).ShouldContain("was changed");
        Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Work_since_the_backup_is_lost_and_the_anchor_says_how_much(string database)
    {
        var anchor = TestDatabases.TemporaryFile(".jsonl");
        await using var test = await TestDb.StartAsync(database, services => services.AddSingleton(new AuditSettings { Anchor = anchor }));
        await test.WriteAsync("first");
        await test.SealAsync();
        var file = await BackUpAsync(test);
        await test.WriteAsync("lost");
        await test.SealAsync();
        await using var target = TestDatabases.Unmade(database);
        var restored = await Backups(test).RestoreAsync(file, target.Address, overwrite: false, anchor, default);
        restored.Audit.Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.Truncated);
        restored.Audit.Anchored.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_backup_holds_neither_the_master_key_nor_a_protected_word(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.SealFieldsAsync(await test.WriteAsync("note"), "Rosa Quispe", "story");
        await using var zip = await ZipFile.OpenReadAsync(await BackUpAsync(test));
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync();
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            bytes.ToArray().AsSpan().IndexOf("Quispe"u8).ShouldBe(-1);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Making_a_backup_is_in_the_audit_and_says_whether_it_was_restored(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await Backups(test).BackupAsync(TestDatabases.TemporaryFile(".backup"), verify: true, default);
        var made = await test.InAsync(db => db.Audit.SingleAsync(e => e.Event == "backup.made"));
        made.Data.ShouldContain("\"verified\":true");
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
        var file = await BackUpAsync(test);

        using var server = PostgresServer.Start();
        await using var target = new TestDatabase(DatabaseAddress.Parse(server.Address("moved")), () => Task.CompletedTask);
        await Backups(test).RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
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

    [Fact]
    public async Task Without_PostgreSQLs_programs_the_error_says_what_to_install()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres, services => services.AddSingleton(new BackupSettings(Path.GetTempPath())));
        (await RefusedAsync(() => Backups(test).BackupAsync(TestDatabases.TemporaryFile(".backup"), verify: false, default)))
            .ShouldStartWith("pg_dump is not installed");
    }

    private static Backups Backups(TestDb test) => test.Services.GetRequiredService<Backups>();

    private static async Task<string> BackUpAsync(TestDb test)
    {
        var file = TestDatabases.TemporaryFile(".backup");
        await Backups(test).BackupAsync(file, verify: false, default);
        return file;
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<BackupException>(act)).Message;

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
