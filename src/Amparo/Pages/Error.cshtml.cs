using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Amparo.Pages;

/// <summary>
/// Every failure in plain words: what happened, what to do next. It runs again the request that failed, so it answers any method and
/// asks for no token.
/// </summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; } = 500;

    public string Reference { get; private set; } = "";

    // Its name reads as a handler: a request with the method PAGE would run it without its argument.
    [NonHandler]
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        Reference = Failures.ReferenceOf(HttpContext);
        Code = (RouteData.Values["code"] is string code ? int.Parse(code) : 500) switch
        {
            401 or 403 => 403,
            404 or 405 => 404,
            409 or 412 => 409,
            413 => 413,
            429 or 503 => 429,
            >= 400 and < 500 => 400,
            _ => 500,
        };
    }
}
