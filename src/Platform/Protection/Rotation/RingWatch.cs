using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>Every few seconds looks for keys that another node made, so that soon after a rotation every node seals with the new one.</summary>
internal sealed class RingWatch(KeyRing ring, BlindIndexes indexes, RotationSettings settings, ILogger<RingWatch> log) : BackgroundService
{
    private const int Rarely = 12;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var strange = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings.LookEvery, TimeProvider.System, stoppingToken);
            try
            {
                await indexes.RememberAsync(stoppingToken);
                await ring.LookAsync(stoppingToken);
                strange = 0;
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                if (strange++ % Rarely == 0)
                    log.LogError("The database has a key that the master key of this node does not open. Restart it with the new master key.");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("The keys could not be looked at: {Failure}", failure.GetType().Name);
            }
        }
    }
}
