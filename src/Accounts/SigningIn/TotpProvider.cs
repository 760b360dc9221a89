using Amparo.Accounts.Users;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Accounts.SigningIn;

/// <summary>Checks a code for Identity, and remembers its step so that it is taken once.</summary>
internal sealed class TotpProvider(TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(user.MfaConfirmed);

    // The app makes the codes, not the server.
    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key
            || Totp.Match(key, token, clock.GetUtcNow(), user.LastTotpStep) is not { } step)
            return false;
        user.LastTotpStep = step;
        return true;
    }
}
