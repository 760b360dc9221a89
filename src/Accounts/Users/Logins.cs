using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Accounts.Users;

/// <summary>How logins and names are compared.</summary>
internal sealed class Logins : ILookupNormalizer
{
    public static string Normal(string login) => login.Trim().ToLowerInvariant();

    /// <summary>Lower case without accents: "Núñez" is found by "nunez".</summary>
    public static string Fold(string name) => string.Concat(name.Trim().ToLowerInvariant()
        .Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    public string? NormalizeName(string? name) => name is null ? null : Normal(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
