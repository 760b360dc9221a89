using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Kit;

/// <summary>Turns away a form or query that cannot be read (a NUL in it, too many fields, too long a name, too big) before anything asks for it.</summary>
/// <remarks>The framework throws where it is first read, which may be a middleware or the failure page itself: a 500 either way. Whoever
/// asks later gets the form read here, or an empty one. Uploads are left unread: the pages that take them read them themselves.</remarks>
internal static class UnreadableForms
{
    private const string Form = "application/x-www-form-urlencoded";

    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // No page means a NUL, and PostgreSQL refuses it in any text.
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (http.Request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) != true || await StatusAsync(http.Request) is not { } refusal)
        {
            await next(http);
            return;
        }
        http.Request.Form = FormCollection.Empty;
        http.Response.StatusCode = refusal;
    });

    private static async Task<int?> StatusAsync(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
