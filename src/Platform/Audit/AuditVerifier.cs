using Amparo.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Audit;

/// <summary>Reads the whole audit against its seals and, where there is one, against the anchor that somebody else holds.</summary>
public sealed class AuditVerifier
{
    private readonly IServiceScopeFactory _scopes;
    private readonly SealKeys _keys;

    internal AuditVerifier(IServiceScopeFactory scopes, SealKeys keys) => (_scopes, _keys) = (scopes, keys);

    /// <param name="anchorPath">The anchor's file; without it a truncated end and a chain signed anew are not found.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public async Task<AuditReport> VerifyAsync(string? anchorPath, CancellationToken cancel)
    {
        await using var first = _scopes.CreateAsyncScope();
        await using var second = _scopes.CreateAsyncScope();
        return await VerifyAsync(
            first.ServiceProvider.GetRequiredService<Db>(), second.ServiceProvider.GetRequiredService<Db>(), anchorPath, cancel);
    }

    /// <summary>The same for another database than the program's own; two connections, as rows and seals are read side by side.</summary>
    internal async Task<AuditReport> VerifyAsync(Db rows, Db seals, string? anchorPath, CancellationToken cancel)
    {
        // Before anything else is read: what is anchored from now on may be later than what we read.
        using var anchor = anchorPath is null ? null : new AnchorReader(anchorPath);
        var keys = await _keys.AllAsync(seals, cancel);
        try
        {
            return await new AuditCheck(rows, seals, keys, anchor).RunAsync(cancel);
        }
        finally
        {
            foreach (var key in keys.Values)
                key.Dispose();
        }
    }
}
