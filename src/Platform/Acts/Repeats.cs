using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Acts;

/// <summary>Knows the forms that were carried out: a double click or a retried post is the same act once.</summary>
internal sealed class Repeats(Db db, Viewer viewer, Modules modules)
{
    public const string Field = "_once";

    /// <summary>The key of the posted form; null when it has none, which is no error: a form made by hand is carried out each time.</summary>
    public static Guid? KeyOf(HttpRequest request) =>
        request.HasFormContentType && Guid.TryParse(request.Form[Field], out var key) ? key : null;

    /// <summary>Where the first carrying out led to; null when there was none.</summary>
    public async Task<string?> FirstResultAsync(CancellationToken cancel)
    {
        if (db.Posting is not { } key)
            return null;
        var user = viewer.By ?? Guid.Empty;
        var posted = await db.Set<PostedOnce>().AsNoTracking().FirstOrDefaultAsync(p => p.User == user && p.Key == key, cancel);
        if (posted is null)
            return null;
        return (viewer.Pass is null ? "" : Pass.Root) + modules.PlaceOf(new Subject(posted.Kind, posted.About));
    }
}
