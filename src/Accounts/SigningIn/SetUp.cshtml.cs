using System.ComponentModel.DataAnnotations;
using System.Text;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Amparo.Accounts.SigningIn;

/// <summary>The second factor: an authenticator app learns the key, and gives a code to prove it.</summary>
[OpenToAll]
[EachTime]
internal sealed class SetUpModel(Db db, HalfSignIns halves, Entrance entrance, UserManager<User> users, Seals seals, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(10)]
    public string Code { get; set; } = "";

    /// <summary>In groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    public string Picture { get; private set; } = "";

    /// <summary>Shown once, after the code was right.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string To { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is { } found ? Show(found.User, found.Half.Key!) : LocalRedirect("~/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return LocalRedirect("~/sign-in");
        var (half, user) = found;
        if (Totp.Match(half.Key!, Code, clock.GetUtcNow(), user.LastTotpStep) is not { } step)
        {
            ModelState.AddModelError(nameof(Code), "sign-in.code.wrong");
            return Show(user, half.Key!);
        }
        (user.Totp, user.LastTotpStep) = (seals.Seal(user.Id, Users.User.TotpField, half.Key!), step);
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, SigningIn.RecoveryCodes.Count))!];
        await users.UpdateSecurityStampAsync(user);
        entrance.Act(user);
        await db.RecordAsync(user.SetUpMfa(), cancel);
        await entrance.StartAsync(HttpContext, user, cancel);
        To = half.To;
        return Page();
    }

    private PageResult Show(User user, string key)
    {
        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        using var data = QRCodeGenerator.GenerateQrCode(Totp.Address(user.Login, key), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Picture = $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)))}";
        return Page();
    }

    // Only where nothing else is missing, so that the password that was sent to somebody is changed first.
    private async Task<(HalfSignIn Half, User User)?> FindAsync(CancellationToken cancel) =>
        await halves.FindAsync(HttpContext, db, cancel) is { Half.Key: not null, User: { MfaConfirmed: false, TemporaryUntil: null } } found ? found : null;
}
