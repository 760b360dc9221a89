using System.IO.Compression;
using Amparo.Platform.Audit;
using Amparo.Platform.Backup;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Amparo.Tests.Backup.MakingBackups;

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
        var manifest = await test.Backups.BackupAsync(file, verify: true, default);
        await stop.CancelAsync();
        await writing;

        manifest.Head!.Total.ShouldBe(3);
        manifest.Rows["Audit"].ShouldBeGreaterThanOrEqualTo(3);
        manifest.Rows["Notes"].ShouldBeLessThanOrEqualTo(await test.InAsync(db => db.Notes.LongCountAsync()));
        await using var target = TestDatabases.Unmade(database);
        var restored = await test.Backups.RestoreAsync(file, target.Address, overwrite: false, anchor: null, default);
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
    public async Task A_backup_whose_audit_was_tampered_with_does_not_verify_and_is_not_kept(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("first");
        await test.SealAsync();
        await test.TamperAsync("""UPDATE "Audit" SET "Kind" = 'other'""");
        var file = TestDatabases.TemporaryFile(".backup");
        (await RefusedAsync(() => test.Backups.BackupAsync(file, verify: true, default))).ShouldContain("was changed");
        Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_backup_holds_neither_the_master_key_nor_a_protected_word(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.SealFieldsAsync(await test.WriteAsync("note"), "Rosa Quispe", "story");
        await using var zip = await ZipFile.OpenReadAsync(await test.BackUpAsync());
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
        await test.Backups.BackupAsync(TestDatabases.TemporaryFile(".backup"), verify: true, default);
        var made = await test.InAsync(db => db.Audit.SingleAsync(e => e.Event == "backup.made"));
        made.Data.ShouldContain("\"verified\":true");
    }

    [Fact]
    public async Task Without_PostgreSQLs_programs_the_error_says_what_to_install()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres, services => services.AddSingleton(new BackupSettings(Path.GetTempPath())));
        (await RefusedAsync(() => test.Backups.BackupAsync(TestDatabases.TemporaryFile(".backup"), verify: false, default)))
            .ShouldStartWith("pg_dump is not installed");
    }
}
