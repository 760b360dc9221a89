using Amparo.Accounts.Sessions;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Passkeys;

/// <summary>Signing in with a passkey, which the device opens only for its owner: no password, no code.</summary>
[OpenToAll]
[EachTime]
internal sealed class SignInPasskeyModel(
    Db db, IPasskeyHandler<User> passkeys, Challenges challenges, Entrance entrance, TimeProvider clock) : PageModel
{
    /// <summary>What the browser said, in JSON; the script fills it in.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The address to which the key's answer goes, with where the person was going.</summary>
    public string Query => Microsoft.AspNetCore.Http.QueryString.Create("to", Navigation.Local(To)).ToUriComponent();

    /// <summary>For the script: what a key is to answer. It names no account, so that nobody learns who has one.</summary>
    public async Task<IActionResult> OnGetOptionsAsync()
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, HttpContext);
        challenges.Write(HttpContext, asked.AssertionState!);
        return Content(asked.RequestOptionsJson, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Credential))
        {
            ModelState.AddModelError("", "passkeys.no-script");
            return Page();
        }
        if (await AnswerAsync(cancel) is { } user)
            return await entrance.BeginAsync(HttpContext, user, To, codeGiven: true, cancel);
        ModelState.AddModelError("", "passkeys.refused");
        return Page();
    }

    private async Task<User?> AnswerAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (challenges.Take(HttpContext) is not { } asked)
            return await RefuseAsync(null, cancel);
        var answer = await passkeys.PerformAssertionAsync(new() { HttpContext = HttpContext, CredentialJson = Credential!, AssertionState = asked.State });
        if (!answer.Succeeded)
            return await RefuseAsync(null, cancel);
        var (user, used) = (answer.User, answer.Passkey);
        var passkey = await db.Passkeys.SingleAsync(p => p.User == user.Id && p.Credential == used.CredentialId, cancel);
        if (!user.MayTry(now) || passkey.Accept(used, asked.At, now) is not { } accepted)
            return await RefuseAsync(user, cancel);
        entrance.Act(user);
        await db.RecordAsync(accepted, cancel);
        return user;
    }

    // Not counted against the account: a signature cannot be guessed, and whoever knows an id must not lock its owner out.
    private async Task<User?> RefuseAsync(User? user, CancellationToken cancel)
    {
        await db.RecordAsync(new SignInFailed(user?.Id ?? default), cancel);
        return null;
    }
}
