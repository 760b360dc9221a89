using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Reviews;

/// <summary>Until when what people may do has to be confirmed.</summary>
/// <remarks>Accounts that are older than the pack's clock have none: they stand on the list as never confirmed, and do not close.</remarks>
internal sealed class Reviews(Db db, ClockBook book, ReviewRules rules, UserScope scope, Viewer viewer, TimeProvider clock)
{
    private static readonly string Kind = ((Subject)default(UserId)).Kind;

    public async Task<Review> OfAsync(UserId user, IReadOnlyCollection<string> roles, CancellationToken cancel) =>
        Of((await RunningAsync(c => c.Where(one => one.About == user.Value), cancel)).GetValueOrDefault(user.Value), roles);

    /// <summary>One's own, when it is late: nothing to say before.</summary>
    public async Task<Review?> OwnAsync(CancellationToken cancel) =>
        await OfAsync(viewer.User!.Value, viewer.Roles, cancel) is { IsLate: true } late ? late : null;

    /// <summary>Those of the people one may look after who are to be confirmed now, the longest waiting first.</summary>
    public async Task<IReadOnlyList<DueReview>> DueAsync(CancellationToken cancel)
    {
        var running = await RunningAsync(clocks => clocks, cancel);
        var users = await scope.Users.AsNoTracking().Where(u => u.Active)
            .Select(u => new { u.Id, u.Name, u.Login, u.Roles }).ToListAsync(cancel);
        return [.. users
            .Select(u => new DueReview(u.Id, u.Name, u.Login, u.Roles, Of(running.GetValueOrDefault(u.Id.Value), u.Roles)))
            .Where(due => due.Review.IsDue)
            .OrderBy(due => due.Review.DueAt ?? DateTimeOffset.MinValue).ThenBy(due => due.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>How many are late, and how many of them are closed; null when none is.</summary>
    public async Task<LateReviews?> LateAsync(CancellationToken cancel)
    {
        var late = (await DueAsync(cancel)).Where(due => due.Review.IsLate).ToList();
        return late.Count == 0 ? null : new LateReviews(late.Count, late.Count(due => due.Review.IsClosed), late[0].Review.DueAt!.Value);
    }

    private async Task<Dictionary<Guid, DateTimeOffset?>> RunningAsync(Func<IQueryable<Clock>, IQueryable<Clock>> which, CancellationToken cancel)
    {
        var codes = book.StartedBy[PrivilegesConfirmed.Name].Select(rule => rule.Code).ToHashSet();
        var clocks = await which(db.Set<Clock>().AsNoTracking().Where(c => c.Kind == Kind && c.StoppedAt == null)).ToListAsync(cancel);
        return clocks.Where(c => codes.Contains(c.Rule.Value)).GroupBy(c => c.About).ToDictionary(g => g.Key, g => g.Min(c => c.DueAt));
    }

    private Review Of(DateTimeOffset? due, IReadOnlyCollection<string> roles)
    {
        var now = clock.GetUtcNow();
        var closes = due is null || roles.Any(rules.NeverCloses.Contains) ? null : due + TimeSpan.FromDays(rules.ClosesAfterDays);
        return new Review(due, closes, IsDue: due is null || due - TimeSpan.FromDays(rules.TellBeforeDays) <= now, IsLate: due < now, IsClosed: closes < now);
    }
}

/// <summary>How the review of one account stands.</summary>
/// <param name="DueAt">Null when it was never confirmed.</param>
/// <param name="ClosesAt">When the account no longer opens; null when it never closes.</param>
internal sealed record Review(DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, bool IsDue, bool IsLate, bool IsClosed);

internal sealed record DueReview(UserId Id, string Name, string Login, string[] Roles, Review Review);

internal sealed record LateReviews(int Count, int Closed, DateTimeOffset Oldest);
