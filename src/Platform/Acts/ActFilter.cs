using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Acts;

/// <summary>What every page does alike, so that none has to: a repeat leads to the first result, bad input and broken rules show the
/// same page again with what was typed, a missing record is 404.</summary>
internal sealed class ActFilter(Db db, Repeats repeats, Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HasBadAddress(context) || IsPostNobodyTakes(context))
            context.Result = new NotFoundResult();
        else if (HttpMethods.IsPost(context.HttpContext.Request.Method))
            await PostAsync(context, next);
        else
            Answer(await next());
    }

    private async Task PostAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        db.Posting = EachTimeAttribute.Marks(context.HandlerInstance) ? null : Repeats.KeyOf(context.HttpContext.Request);
        if (await repeats.FirstResultAsync(cancel) is { } first)
        {
            context.Result = new RedirectResult(first);
            return;
        }
        if (!context.ModelState.IsValid)
        {
            context.Result = await AgainAsync(context, StatusCodes.Status400BadRequest);
            return;
        }
        var done = await next();
        switch (done.Exception)
        {
            case Refused refused:
                done.ExceptionHandled = true;
                done.Result = await RefuseAsync(context, refused);
                break;
            case DbUpdateConcurrencyException:
                done.ExceptionHandled = true;
                done.Result = await RefuseAsync(context, new Overtaken());
                break;
            case AlreadyPosted:
                done.ExceptionHandled = true;
                done.Result = new RedirectResult(await repeats.FirstResultAsync(cancel) ?? "/");
                break;
            default:
                Answer(done);
                if (done is { Exception: null, Result: PageResult } && !context.ModelState.IsValid)
                    done.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
    }

    private static void Answer(PageHandlerExecutedContext done)
    {
        if (done.Exception is not Missing)
            return;
        done.ExceptionHandled = true;
        done.Result = new NotFoundResult();
    }

    private Task<IActionResult> RefuseAsync(PageHandlerExecutingContext context, Refused refused)
    {
        if (refused is Overtaken)
            Conflict.Mark(context.HttpContext);
        context.ModelState.AddModelError("", texts[refused.Message, refused.Details]);
        return AgainAsync(context, StatusCodes.Status409Conflict);
    }

    // The page's own GET loads what it shows; what was typed stays in the model state.
    private async Task<IActionResult> AgainAsync(PageHandlerExecutingContext context, int status)
    {
        db.ChangeTracker.Clear();
        // What showing the page records (a protected field read) is not the act: the form may still be carried out.
        db.Posting = null;
        var page = (PageModel)context.HandlerInstance;
        var get = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => h.HttpMethod == "Get" && h.Name is null)?.MethodInfo;
        IActionResult result = page.Page();
        try
        {
            object?[] arguments = get?.GetParameters().Length == 1 ? [context.HttpContext.RequestAborted] : [];
            result = get?.Invoke(page, arguments) switch
            {
                Task<IActionResult> loading => await loading,
                Task loading => await PageAfter(loading, page),
                IActionResult loaded => loaded,
                _ => result,
            };
        }
        catch (Missing)
        {
            return new NotFoundResult();
        }
        context.HttpContext.Response.StatusCode = status;
        return result;
    }

    private static async Task<IActionResult> PageAfter(Task loading, PageModel page)
    {
        await loading;
        return page.Page();
    }

    // Without a handler the framework would show the page with nothing loaded. (The failure page has no handlers and shows itself to any method.)
    private static bool IsPostNobodyTakes(PageHandlerExecutingContext context) =>
        context is { HandlerMethod: null, ActionDescriptor.HandlerMethods.Count: > 0 } && HttpMethods.IsPost(context.HttpContext.Request.Method);

    // An id in the address that cannot be one is a page that does not exist, not a form filled in wrongly.
    private static bool HasBadAddress(PageHandlerExecutingContext context) =>
        context.RouteData.Values.Keys.Any(key => context.ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0);
}
