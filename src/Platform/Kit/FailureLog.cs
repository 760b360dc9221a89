using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Kit;

/// <summary>Logs what went wrong by its types, its stack and the reference people quote; never a message or an address, which can hold words of a person.</summary>
internal sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var types = string.Join(" < ", Chain(exception).Select(e => e.GetType().Name));
        var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        log.LogError("{Reference} {Method} {Route}: {Types}\n{Stack}",
            Failures.ReferenceOf(httpContext), httpContext.Request.Method, route, types, new StackTrace(exception.GetBaseException(), fNeedFileInfo: true));
        return ValueTask.FromResult(false);
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
            yield return at;
    }
}
