using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>Finding one record among those that are visible.</summary>
public static class Finding
{
    /// <exception cref="Missing">There is none, or it is not visible: 404 either way.</exception>
    public static async Task<T> OrMissingAsync<T>(this IQueryable<T> query, CancellationToken cancel) where T : class =>
        await query.SingleOrDefaultAsync(cancel) ?? throw new Missing();
}
