using Amparo.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.Conduct;

/// <summary>Open to somebody who has not accepted the code of conduct yet: reading it, unlocking, signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeConductAttribute : Attribute;

/// <summary>Sends whoever has not accepted the pack's code of conduct to read it; a form on its way is carried along (<see cref="StoppedForm"/>).</summary>
internal sealed class ConductGate(RequestDelegate next, CodeOfConduct conduct)
{
    private const string Page = "/conduct";

    public Task InvokeAsync(HttpContext http) => IsOpen(http) ? next(http) : StoppedForm.StopAsync(http, Page);

    private bool IsOpen(HttpContext http) =>
        http.User.Identity?.IsAuthenticated != true
        || OpenSession.Of(http) is not { } session
        || session.Conduct == conduct.VersionCode
        || http.GetEndpoint()?.Metadata is not { } page
        || page.GetMetadata<IAllowAnonymous>() is not null
        || page.GetMetadata<BeforeConductAttribute>() is not null;
}
