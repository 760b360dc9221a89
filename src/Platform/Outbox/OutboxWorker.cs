using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Outbox;

/// <summary>Delivers the outbox, at least once. Any number of nodes may run one.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, Modules modules, Bell bell, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private const int MostAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Delivers what is due now; returns how many it tried.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + Lease;
        IReadOnlyList<OutboxMessage> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            due = await db.LeaseAsync(now, until, Batch, cancel);
        }
        foreach (var message in due.OrderBy(m => m.Id))
        {
            // Whose lease is over may be another node's by now, and is due again anyway.
            var left = until - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
                break;
            await DeliverAsync(message, left, cancel);
        }
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverDueAsync(stoppingToken) < Batch)
                    await bell.WaitAsync(LookAgain, TimeProvider.System, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("The outbox could not be read: {Failure}", failure.GetType().Name);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }

    private async Task DeliverAsync(OutboxMessage message, TimeSpan left, CancellationToken cancel)
    {
        using var leaseOver = new CancellationTokenSource(left, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, leaseOver.Token);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Acting = Permissions.Viewer.Program;
        try
        {
            var type = modules.EventsByName[message.Event];
            var call = type.Afters.First(a => a.Handler == message.Handler);
            db.Delivering = message.Id;
            await call.RunAsync(scope.ServiceProvider, EventJson.Read(message.Data, type.Type), new Delivery(message.Id, message.Attempts, message.At), stop.Token);
            // A handler that recorded an event took the message off in the same transaction.
            if (db.Delivering is not null)
                await db.DeliveredAsync(message.Id, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("{Handler} failed on {Event}, attempt {Attempt}: {Failure}", message.Handler, message.Event, message.Attempts, failure.GetType().Name);
            await PutOffAsync(message, failure, cancel);
        }
    }

    private async Task PutOffAsync(OutboxMessage message, Exception failure, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var stored = await db.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == message.Id, cancel);
        if (stored is null)
            return;
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, message.Attempts), 900));
        stored.DueAt = message.Attempts >= MostAttempts ? null : clock.GetUtcNow() + wait;
        stored.Failure = failure.GetType().Name;
        if (stored.DueAt is null)
            log.LogError("{Handler} is given up on {Event} after {Attempts} attempts.", message.Handler, message.Event, message.Attempts);
        await db.KeepAsync(cancel);
    }
}
