using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Contacts.Returning;

/// <summary>Forgets by which number a contact could be found, when its months are over. Many nodes may run one: the contact's version lets one do it.</summary>
internal sealed class NumberWorker(IServiceScopeFactory scopes, NumberMemory memory, ILogger<NumberWorker> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <summary>Forgets some of those whose time is over; returns how many it looked at.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Acting = Viewer.Program;
        var since = memory.Since;
        var over = await db.Contacts.Where(c => c.Safety!.PhoneIndex != null && c.OpenedAt < since).OrderBy(c => c.OpenedAt).Take(Batch).ToListAsync(cancel);
        foreach (var contact in over)
        {
            try
            {
                await db.RecordAsync(contact.ForgetNumber(), cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node was first, or somebody works on it: it is looked at again.
                db.ChangeTracker.Clear();
                return over.Count;
            }
        }
        return over.Count;
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
                log.LogError("Numbers could not be forgotten: {Failure}", failure.GetType().Name);
                await Task.Delay(LookAgain, stoppingToken);
            }
        }
    }
}
