using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Audit;

/// <summary>A database whose audit is sealed in small seals and anchored in a file.</summary>
internal sealed class AnchoredAudit : IAsyncDisposable
{
    private AnchoredAudit(TestDb test, string anchor) => (Test, Anchor) = (test, anchor);

    public TestDb Test { get; }

    public string Anchor { get; }

    /// <summary>With <paramref name="notes"/> written, sealed after each five, and anchored.</summary>
    public static async Task<AnchoredAudit> StartAsync(string database, int notes = 20)
    {
        var anchor = TestDatabases.TemporaryFile(".jsonl");
        var audit = new AnchoredAudit(await TestDb.StartAsync(database, services => services.AddSingleton(new AuditSettings { Anchor = anchor })), anchor);
        for (var i = 0; i < notes; i += 5)
            await audit.WriteAndSealAsync(5);
        return audit;
    }

    public async Task WriteAndSealAsync(int notes)
    {
        for (var i = 0; i < notes; i++)
            await Test.WriteAsync($"note {i}");
        await SealAsync();
    }

    public Task<long> SealAsync() => Test.SealAsync();

    public Task<AuditReport> VerifyAsync(bool withAnchor = true) =>
        Test.Services.GetRequiredService<AuditVerifier>().VerifyAsync(withAnchor ? Anchor : null, default);

    /// <summary>The row that is the <paramref name="index"/>th in the order of positions.</summary>
    public Task<AuditEntry> RowAsync(int index) =>
        Test.InAsync(db => db.Audit.OrderBy(e => e.Position).ThenBy(e => e.Id).Skip(index).FirstAsync());

    /// <summary>An id as SQL writes it.</summary>
    public string Sql(Guid id) =>
        Test.Address.IsPostgres ? $"'{id}'" : $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'";

    public async ValueTask DisposeAsync() => await Test.DisposeAsync();
}
