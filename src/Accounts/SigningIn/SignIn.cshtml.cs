using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.SigningIn;

[OpenToAll]
[EachTime]
internal sealed class SignInModel(PasswordCheck passwords, Entrance entrance, UserManager<User> users) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Login { get; set; } = "";

    // ASVS 5.0, 6.2.9: 64 characters and more; an end, so that nobody sends a book to be hashed.
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Password { get; set; } = "";

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    public string Query => Microsoft.AspNetCore.Http.QueryString.Create("to", Navigation.Local(To)).ToUriComponent();

    public IActionResult OnGet() => OpenSession.Of(HttpContext) is { } && User.Identity?.IsAuthenticated == true
        ? LocalRedirect($"~{Navigation.Local(To)}")
        : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await passwords.FindAsync(
            () => users.FindByNameAsync(Login),
            Password,
            known => Task.FromResult<Platform.Events.IEvent>(known.AcceptPassword()),
            cancel);
        if (user is not null)
            return await entrance.BeginAsync(HttpContext, user, To, codeGiven: false, cancel);
        ModelState.AddModelError("", "sign-in.wrong");
        return Page();
    }
}
