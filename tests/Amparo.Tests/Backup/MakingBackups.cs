using Amparo.Platform.Backup;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Backup;

/// <summary>Backups of a test's database.</summary>
internal static class MakingBackups
{
    extension(TestDb test)
    {
        public Backups Backups => test.Services.GetRequiredService<Backups>();

        public async Task<string> BackUpAsync()
        {
            var file = TestDatabases.TemporaryFile(".backup");
            await test.Backups.BackupAsync(file, verify: false, default);
            return file;
        }
    }

    public static async Task<string> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<BackupException>(act)).Message;
}
