using Amparo.Accounts.Conduct;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Accounts.Sessions;

/// <summary>A request that was stopped on its way: by the idle lock, by the code of conduct.</summary>
/// <remarks>A post goes to the page that stops it by 307, by which the browser sends the form along: the page carries its fields, and when it
/// is done a second 307 brings them to where they were going. Nothing is kept on the server and no body is logged.</remarks>
/// <param name="Request">What reached the page.</param>
/// <param name="Own">Begins the names of the page's own fields.</param>
/// <param name="To">Where it was going.</param>
internal sealed record StoppedForm(HttpRequest Request, string Own, string? To)
{
    private const string Token = "__RequestVerificationToken";

    private static readonly string[] OfPages = [IdleLock.Field, ConductModel.Field];

    /// <summary>Tells the page, when it comes back, that it carries a form.</summary>
    public string Mark => $"{Own}-form";

    /// <summary>Whether the page itself was sent, and not only a form on its way.</summary>
    public bool WasShown => Request.HasFormContentType && Request.Form.ContainsKey(Own);

    /// <summary>Whether a form was stopped, and not only a page.</summary>
    public bool IsForm => HttpMethods.IsPost(Request.Method) && (!WasShown || Request.Form.ContainsKey(Mark));

    /// <summary>Files cannot be carried along: the page says so.</summary>
    public bool LostFiles => Request.HasFormContentType && Request.Form.Files.Count > 0;

    /// <summary>What was typed, field by field.</summary>
    public IEnumerable<(string Name, string? Value)> Kept => !Request.HasFormContentType ? [] : Request.Form
        .Where(sent => sent.Key != Token && !OfPages.Any(own => sent.Key.StartsWith(own, StringComparison.Ordinal)))
        .SelectMany(sent => sent.Value.Select(value => (sent.Key, value)));

    public string Back => Navigation.Local(To);

    public string Query => QueryString.Create("to", Back).ToUriComponent();

    // 307: the browser sends the same form again, to where it was going.
    public LocalRedirectResult GoOn() => new($"~{Back}", permanent: false, preserveMethod: IsForm);

    /// <summary>Sends a request to the page that stops it; what a script fetches is told 401, and tries again later.</summary>
    public static Task StopAsync(HttpContext http, string page)
    {
        if (!Navigation.Is(http.Request))
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
        {
            http.Response.StatusCode = HttpMethods.IsPost(http.Request.Method) ? StatusCodes.Status307TemporaryRedirect : StatusCodes.Status302Found;
            http.Response.Headers.Location = $"{http.Request.PathBase}{page}{Navigation.ToHere(http.Request)}";
        }
        return Task.CompletedTask;
    }
}
