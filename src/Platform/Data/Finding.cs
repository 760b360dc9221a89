using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>Finding one record, or one page of them, among those that are visible.</summary>
public static class Finding
{
    /// <summary>From how many on a list is only said to be longer: counting all of a long history takes longer than anybody waits.</summary>
    public const int MostCounted = 1_000;

    /// <summary>How many there are, up to one more than <see cref="MostCounted"/>, which stands for more.</summary>
    public static Task<int> CountSomeAsync<T>(this IQueryable<T> query, CancellationToken cancel) => query.Take(MostCounted + 1).CountAsync(cancel);

    /// <summary>How many pages a list of <see cref="CountSomeAsync"/> has; null where it is longer than anybody counted.</summary>
    public static int? PagesOf(int counted, int perPage) => counted > MostCounted ? null : (counted + perPage - 1) / perPage;

    /// <summary>One page of an ordered list, and whether another follows.</summary>
    /// <param name="number">The first is 1.</param>
    public static async Task<(IReadOnlyList<T> Rows, bool HasMore)> PageAsync<T>(this IQueryable<T> ordered, int number, int perPage, CancellationToken cancel)
    {
        var rows = await ordered.Skip((number - 1) * perPage).Take(perPage + 1).ToListAsync(cancel);
        return ([.. rows.Take(perPage)], rows.Count > perPage);
    }

    /// <exception cref="Missing">There is none, or it is not visible: 404 either way.</exception>
    public static async Task<T> OrMissingAsync<T>(this IQueryable<T> query, CancellationToken cancel) where T : class =>
        await query.SingleOrDefaultAsync(cancel) ?? throw new Missing();
}
