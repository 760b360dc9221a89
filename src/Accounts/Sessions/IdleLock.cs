using System.Security.Claims;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Accounts.Sessions;

/// <summary>Works although the session is idle: unlocking, signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WhileIdleAttribute : Attribute;

/// <summary>Sends the requests of an idle session to the lock page, and notes that the others were seen. A form on its way is carried along (<see cref="StoppedForm"/>).</summary>
internal sealed class IdleLock(RequestDelegate next, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Begins the names of the lock page's own fields.</summary>
    public const string Field = nameof(UnlockModel.UnlockPassword);
    private const string Page = "/unlock";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task InvokeAsync(HttpContext http)
    {
        var now = clock.GetUtcNow();
        if (OpenSession.Of(http) is not { } session)
            await next(http);
        else if (session.IsIdle(now))
            await LockAsync(http);
        else
        {
            if (now - session.LastSeenAt >= SeenEvery && Navigation.IsByHand(http.Request))
                await SeeAsync(session.Id, now, http.RequestAborted);
            await WithoutPasswordAsync(http.Request);
            await next(http);
        }
    }

    private async Task LockAsync(HttpContext http)
    {
        var page = http.GetEndpoint()?.Metadata;
        // A link's pages do not ask who is signed in.
        if (page?.GetMetadata<WhileIdleAttribute>() is not null || page?.GetMetadata<ByLinkAttribute>() is not null)
            await next(http);
        else if (page is null || page.GetMetadata<IAllowAnonymous>() is not null)
        {
            // What everybody may see is shown as to a stranger.
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            await next(http);
        }
        else
            await StoppedForm.StopAsync(http, Page);
    }

    private async Task SeeAsync(SessionId id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } session)
            return;
        session.See(now);
        await db.KeepAsync(cancel);
    }

    // After the lock page's 307 the browser sends that page's form, password included: the page it was meant for must not see it.
    // That form is never multipart, so uploads are left unread.
    private static async Task WithoutPasswordAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments(Page)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return;
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Keys.Any(IsOurs))
            request.Form = new FormCollection(form.Where(f => !IsOurs(f.Key)).ToDictionary(f => f.Key, f => f.Value), form.Files);
    }

    private static bool IsOurs(string field) => field.StartsWith(Field, StringComparison.Ordinal);
}
