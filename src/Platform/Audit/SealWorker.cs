using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Audit;

/// <summary>Seals the audit every few seconds and writes the new heads to the anchor. Any number of nodes may run one.</summary>
internal sealed class SealWorker(Sealer sealer, Anchor anchor, AuditSettings settings, ILogger<SealWorker> log) : BackgroundService
{
    /// <summary>Seals everything that can be sealed now and brings the anchor up to date; returns how many rows were sealed.</summary>
    public async Task<long> SealNowAsync(CancellationToken cancel)
    {
        var rows = await sealer.SealNowAsync(cancel);
        await anchor.CatchUpAsync(cancel);
        return rows;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings.SealEvery, TimeProvider.System, stoppingToken);
            try
            {
                await SealNowAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The audit could not be sealed or anchored.");
            }
        }
    }
}
