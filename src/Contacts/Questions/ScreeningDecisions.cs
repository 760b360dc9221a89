using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Questions;

/// <summary>What people concluded of contacts' screenings, for modules above: the result and who said so, never an answer or a reason.</summary>
public sealed class ScreeningDecisions(Db db)
{
    /// <summary>The last conclusion of each contact that has one.</summary>
    public async Task<IReadOnlyDictionary<ContactId, DecidedScreening>> LatestAsync(IReadOnlyCollection<ContactId> contacts, CancellationToken cancel)
    {
        var decided = await db.Screenings.AsNoTracking()
            .Where(s => contacts.Contains(s.Contact) && s.Decision != null)
            .Select(s => new { s.Contact, s.Decision, s.DecidedBy, s.DecidedAt })
            .ToListAsync(cancel);
        return decided.GroupBy(s => s.Contact).ToDictionary(g => g.Key, g =>
        {
            var last = g.MaxBy(s => s.DecidedAt)!;
            return new DecidedScreening(last.Decision!.Value.ToString(), last.DecidedBy!.Value, last.DecidedAt!.Value);
        });
    }
}

/// <param name="Result">The result's name; <c>screening.result.{Result}</c> is its text.</param>
public sealed record DecidedScreening(string Result, UserId By, DateTimeOffset At);
