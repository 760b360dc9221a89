using System.Text.RegularExpressions;
using Amparo.Accounts.Users;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Accounts.SigningIn;

/// <summary>Refuses passwords that are guessed first: common ones, and the account's own words.</summary>
/// <remarks>Length and guessability alone count; no rule asks for capitals, figures or signs (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5.0,
/// 6.2.1, 6.2.4, 6.2.5, 6.2.11). Of the passwords in published leaks that have twelve characters, most are a common word or run written
/// twice or with a year: so common pieces are taken out, and what is left must still be something.</remarks>
internal sealed partial class NotGuessable : IPasswordValidator<User>
{
    private const int LeastLeft = 5;

    private static readonly string[] Pieces = [.. """
        contraseña contrasena contrasenia password passw0rd p@ssword p@ssw0rd clave secreto secreta acceso usuario administrador admin
        bienvenido bienvenida welcome letmein master superman batman dragon monkey football futbol baseball princess princesa sunshine
        iloveyou teamo tequiero tkm corazon estrella mariposa chocolate alianza universitario cristal sporting barcelona realmadrid
        amparo linea línea 1818 denuncia ministerio policia policía fiscalia fiscalía perú peru lima callao arequipa cusco trujillo
        qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm zxcvbn 1q2w3e4r5t 1q2w3e4r 1qaz2wsx 1qaz 2wsx 3edc qazwsx
        enero febrero marzo abril mayo junio julio agosto setiembre septiembre octubre noviembre diciembre
        lunes martes miercoles miércoles jueves viernes sabado sábado domingo abc abcd abcde abcdef abcdefgh abcdefghijkl test prueba demo
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(piece => piece.Length)];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        IsGuessable(password ?? "", [user.Login, .. user.Login.Split('@', '.', '_', '-'), .. user.Name.Split(' ')])
            ? IdentityResult.Failed(new IdentityError { Code = "password.guessable" })
            : IdentityResult.Success);

    public static bool IsGuessable(string password, IEnumerable<string> own)
    {
        var left = password.ToLowerInvariant();
        foreach (var piece in own.Where(word => word.Length > 2).Select(word => word.ToLowerInvariant()).Concat(Pieces))
            left = left.Replace(piece, "", StringComparison.Ordinal);
        left = Years().Replace(left, "");
        left = Repeats().Replace(left, "${once}");
        return WithoutRuns(left).Length < LeastLeft;
    }

    // 123456 and 987654 hold no more than where they begin.
    private static string WithoutRuns(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var runs = i > 1 && text[i] - text[i - 1] is var step and (1 or -1) && text[i - 1] - text[i - 2] == step;
            var turns = i > 1 && text[i] == '0' && text[i - 1] == '9' && text[i - 2] == '8';
            if (!runs && !turns)
                kept.Append(text[i]);
        }
        return kept.ToString();
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Years();

    // "aaaa", "abab", "xyzxyz": once is all there is.
    [GeneratedRegex(@"(?<once>.{1,6}?)\k<once>+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Repeats();
}
