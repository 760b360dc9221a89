using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>One user: roles, and the ways to take access away or give it back.</summary>
[Needs(Permission.ManageUsers)]
internal sealed class UserDetailsModel(
    Db db, UserScope scope, UserAccounts accounts, UserManager<User> users, Viewer viewer, Texts texts, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    [BindProperty]
    public string[] Roles { get; set; } = [];

    public User Shown { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>A new temporary password, shown once in the answer to the post.</summary>
    public NewUser? Renewed { get; private set; }

    public IReadOnlyList<Choice> RoleChoices => [.. Role.All.Select(role => new Choice(role, texts[$"role.{role}"], texts[$"role.{role}.hint"]))];

    public string State => !Shown.Active ? "users.state.inactive"
        : Shown.TemporaryUntil is not null ? "users.state.waiting"
        : Shown.MfaConfirmed ? "users.state.mfa"
        : "users.state.password";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await FindAsync(cancel);
        Roles = Shown.Roles;
        AgencyName = await scope.Agencies.Where(a => a.Id == Shown.Agency).Select(a => a.Name).SingleAsync(cancel);
    }

    public Task<IActionResult> OnPostRolesAsync(CancellationToken cancel) =>
        ActAsync(user => Task.FromResult<IEvent>(user.ChangeRoles(Roles, viewer)), endsSessions: false, cancel);

    public Task<IActionResult> OnPostDeactivateAsync(CancellationToken cancel) =>
        ActAsync(user => Task.FromResult<IEvent>(user.Deactivate(viewer)), endsSessions: true, cancel);

    public Task<IActionResult> OnPostReactivateAsync(CancellationToken cancel) =>
        ActAsync(user => Task.FromResult<IEvent>(user.Reactivate()), endsSessions: false, cancel);

    public Task<IActionResult> OnPostResetMfaAsync(CancellationToken cancel) => ActAsync(async user =>
    {
        await users.UpdateSecurityStampAsync(user);
        return user.ResetMfa();
    }, endsSessions: true, cancel);

    public async Task<IActionResult> OnPostResendAsync(CancellationToken cancel)
    {
        await ActAsync(async user =>
        {
            Renewed = new NewUser(user.Id, user.Login, await accounts.RenewAsync(user));
            return user.ResendSetUp(clock.GetUtcNow());
        }, endsSessions: true, cancel);
        await OnGetAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> ActAsync(Func<User, Task<IEvent>> act, bool endsSessions, CancellationToken cancel)
    {
        var user = await FindAsync(cancel);
        var happened = await act(user);
        if (endsSessions)
            await db.Sessions.EndAsync(user.Id, except: null, clock.GetUtcNow(), cancel);
        await db.RecordAsync(happened, cancel);
        return LocalRedirect($"~/users/{Id}");
    }

    private Task<User> FindAsync(CancellationToken cancel) => scope.Users.Where(u => u.Id == Id).OrMissingAsync(cancel);
}
