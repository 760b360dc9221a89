using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Accounts.Sessions;

/// <summary>Forgets sessions that are long over; the audit keeps who signed in. Many nodes may run one: a row that another node deleted first is gone all the same.</summary>
internal sealed class SessionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionWorker> log) : BackgroundService
{
    /// <summary>Long enough to look into what somebody noticed late; no longer, since it says when people work and on what device.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private const int Batch = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <summary>Forgets some of those that are over long enough; returns how many.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var until = clock.GetUtcNow() - KeptFor;
        var over = await db.Sessions.OverBefore(until).OrderBy(s => s.StartedAt).Take(Batch).ToListAsync(cancel);
        db.Sessions.RemoveRange(over);
        try
        {
            await db.KeepAsync(cancel);
            return over.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node is at it.
            return 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ForgetAsync(stoppingToken) < Batch)
                    await Task.Delay(LookAgain, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("Old sessions could not be forgotten: {Failure}", failure.GetType().Name);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }
}
