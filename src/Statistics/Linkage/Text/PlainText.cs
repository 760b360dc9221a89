using System.Globalization;
using System.Text;

namespace Amparo.Statistics.Linkage.Text;

/// <summary>Text as it is compared: lower case, without accents, one blank between words. Two forms, because ñ is a letter and not an n with a hat.</summary>
public static class PlainText
{
    private const char Tilde = '\u0303';

    /// <summary>Lower case without any mark: <c>Núñez  de la Cruz</c> is <c>nunez de la cruz</c>. Nothing but blanks becomes empty, which is missing.</summary>
    public static string Key(string text) => Fold(text, keepsEnye: false);

    /// <summary>As <see cref="Key"/>, but ñ stays: <c>núñez</c> is <c>nuñez</c>. What is heard is made of this form.</summary>
    public static string WithEnye(string text) => Fold(text, keepsEnye: true);

    private static string Fold(string text, bool keepsEnye)
    {
        var folded = new StringBuilder(text.Length);
        var last = ' ';
        foreach (var letter in (Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKD)))
        {
            if (letter > 127 && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                if (keepsEnye && letter == Tilde && last == 'n')
                    folded[^1] = last = 'ñ';
                continue;
            }

            var next = char.IsLetterOrDigit(letter) || letter is '@' or '/' ? char.ToLowerInvariant(letter) : letter is '\'' or '’' or '´' or '`' ? '\0' : ' ';
            if (next == '\0' || (next == ' ' && last == ' '))
                continue;
            folded.Append(next);
            last = next;
        }

        return folded.ToString().TrimEnd();
    }
}
