using System.Text.Json;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Clocks;

/// <summary>Takes the steps of escalations that fall due. Many nodes may run one: the clock's version lets only one take a step.</summary>
internal sealed class ClockWorker(IServiceScopeFactory scopes, ClockBook book, TimeProvider clock, ILogger<ClockWorker> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>Takes every step that is due now; returns how many.</summary>
    public async Task<int> EscalateDueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Acting = Viewer.Program;
        var now = clock.GetUtcNow();
        var due = await db.Set<Clock>().Where(c => c.NextStepAt <= now).OrderBy(c => c.NextStepAt).Take(Batch).ToListAsync(cancel);
        foreach (var one in due)
            await EscalateAsync(db, one, cancel);
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await EscalateDueAsync(stoppingToken) < Batch)
                    await Task.Delay(LookAgain, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("Clocks could not be looked at: {Failure}", failure.GetType().Name);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }

    private async Task EscalateAsync(Db db, Clock one, CancellationToken cancel)
    {
        var rule = book.Find(one.Rule);
        var step = rule?.Escalation?.ElementAtOrDefault(one.Step);
        // A newer pack may have dropped the rule or the step: then nobody else is told.
        var to = step is null ? "nobody" : JsonNamingPolicy.KebabCaseLower.ConvertName(step.To.ToString());
        var next = step is null ? null : book.StepAt(rule!, one.Step + 1, one.StartedAt);
        try
        {
            await db.RecordAsync(one.Escalate(new Code(to), next), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took the step, or the answer came in this very moment.
            db.ChangeTracker.Clear();
        }
    }
}
