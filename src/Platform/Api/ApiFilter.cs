using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Api;

/// <summary>What every endpoint of the API does alike: a broken rule, a missing record and a body that cannot be read are problems with a code.</summary>
internal sealed class ApiFilter(Texts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadBody bad)
        {
            return Answer(context, bad.Status, bad.Message, texts[bad.Message],
                bad.Fields.Count == 0 ? null : [.. bad.Fields.Select(f => new FieldProblem(f.Pointer, f.Code, texts[f.Code, f.Details]))]);
        }
        catch (Missing)
        {
            return Answer(context, StatusCodes.Status404NotFound, ApiFailures.Missing, texts[ApiFailures.Missing]);
        }
        catch (Stale)
        {
            return Answer(context, StatusCodes.Status412PreconditionFailed, "api.stale", texts["api.stale"]);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two at the same instant: with If-Match it is the condition that failed, without it the rule of who came first.
            return context.HttpContext.Request.Headers.IfMatch.Count > 0
                ? Answer(context, StatusCodes.Status412PreconditionFailed, "api.stale", texts["api.stale"])
                : Answer(context, StatusCodes.Status409Conflict, "api.overtaken", texts["api.overtaken"]);
        }
        catch (Refused refused)
        {
            return Answer(context, StatusCodes.Status409Conflict, refused.Message, texts[refused.Message, refused.Details]);
        }
    }

    private static IResult Answer(
        EndpointFilterInvocationContext context, int status, string? code = null, string? detail = null, IReadOnlyList<FieldProblem>? errors = null) =>
        Results.Json(
            new Problem
            {
                Status = status,
                Title = ReasonPhrases.GetReasonPhrase(status),
                Code = code,
                Detail = detail,
                Errors = errors,
                Reference = Failures.ReferenceOf(context.HttpContext),
            },
            contentType: Problem.MediaType,
            statusCode: status);
}
