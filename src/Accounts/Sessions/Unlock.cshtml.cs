using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Sessions;

/// <summary>The password again, after a while away. A form that was stopped here goes on afterwards, whole.</summary>
[SignedIn]
[WhileIdle]
[EachTime]
internal sealed class UnlockModel(Db db, Viewer viewer, PasswordCheck passwords, UserManager<User> users, TimeProvider clock) : PageModel
{
    private const string Token = "__RequestVerificationToken";

    [BindProperty]
    public string? UnlockPassword { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Whether a form was stopped, and not only a page.</summary>
    public bool IsForm => HttpMethods.IsPost(Request.Method) && (!WasShown || Request.Form.ContainsKey($"{IdleLock.Field}-form"));

    /// <summary>Files cannot be carried along: the page says so.</summary>
    public bool LostFiles => Request.HasFormContentType && Request.Form.Files.Count > 0;

    /// <summary>What was typed, field by field.</summary>
    public IEnumerable<(string Name, string? Value)> Kept => !Request.HasFormContentType ? [] : Request.Form
        .Where(sent => sent.Key != Token && !sent.Key.StartsWith(IdleLock.Field, StringComparison.Ordinal))
        .SelectMany(sent => sent.Value.Select(value => (sent.Key, value)));

    public string Query => QueryString.Create("to", Back).ToUriComponent();

    private string Back => Navigation.Local(To);

    private bool WasShown => Request.HasFormContentType && Request.Form.ContainsKey(IdleLock.Field);

    private bool IsLocked => OpenSession.Of(HttpContext)!.IsIdle(clock.GetUtcNow());

    public IActionResult OnGet() => IsLocked ? Page() : LocalRedirect($"~{Back}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Unlocked meanwhile in another window.
        if (!IsLocked)
            return GoOn();
        if (!WasShown)
            return Page();
        if (string.IsNullOrEmpty(UnlockPassword))
        {
            ModelState.AddModelError(IdleLock.Field, "field.required");
            return Page();
        }
        var user = await passwords.FindAsync(() => users.FindByIdAsync(viewer.User.ToString()!), UnlockPassword, async _ =>
        {
            var session = await db.Sessions.Where(s => s.Id == viewer.Session).OrMissingAsync(cancel);
            return session.Unlock(clock.GetUtcNow());
        }, cancel);
        if (user is not null)
            return GoOn();
        ModelState.AddModelError(IdleLock.Field, "unlock.wrong");
        return Page();
    }

    // 307: the browser sends the same form again, to where it was going.
    private LocalRedirectResult GoOn() => new($"~{Back}", permanent: false, preserveMethod: IsForm);
}
