using System.Globalization;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.StatisticsBench;

/// <summary>
/// Made-up persons with two surnames, as several agencies would write them down: for sizes of which no set is at hand. One in twelve has a sibling with
/// the same surnames; a record may lack things, hold an age for a date, a slip, a respelling, surnames turned round or both in one field.
/// </summary>
internal sealed class MadePersons(long seed)
{
    private const string Columns = "rec_id,given_names,surname1,surname2,dob,age,sex,doc_no,phone,nationality,region,entity";
    private static readonly string[] Women = [.. "María Rosa Ana Luz Carmen Juana Julia Elizabeth Patricia Gloria Teresa Silvia Norma Martha Victoria Yolanda Nelly Lucía Daniela Camila Milagros Jessica Consuelo Rocío Liliana Sonia Olga Esther Raquel Virginia Ximena Fiorella Guadalupe Mercedes Rosario Soledad".Split(' ')];
    private static readonly string[] Men = [.. "José Juan Luis Carlos Jorge Manuel Víctor Pedro Miguel César Julio Francisco Jesús Alberto Roberto Daniel David Raúl Oscar Fernando Ricardo Eduardo Alejandro Sergio Rafael Mario Javier Pablo Hugo Edwin Joel Kevin Brayan Leonardo Sebastián Vicente".Split(' ')];
    private static readonly string[] Common = [.. "Quispe Flores García Mamani Sánchez Rodríguez Huamán Rojas Chávez Díaz Vásquez Ramos López Torres González Pérez Ramírez Mendoza Castillo Gutiérrez Condori Espinoza Cruz Fernández Vargas Silva Castro Romero Guerrero Morales Salazar Apaza Zapata Herrera Ortiz Reyes Medina Carrasco Núñez Ponce".Split(' ')];
    private static readonly string[] Parts = [.. "Ba Ca Chi Cu Da Fa Gui Hua Je La Lle Ma Mo Ne Ni Pa Po Ra Ri Sa So Ta Tu U Va Vi Ya Yu Za Ze".Split(' ')];
    private static readonly string[] Endings = [.. "cho llo ma mani nco ndo ni ños paza que rino rra sco so tari tel teca to tri vera yo zola".Split(' ')];
    private readonly RandomStream _random = new(seed, 0);

    public RecordTable Make(int persons)
    {
        List<string> lines = [];
        (string First, string Second, DateTime Born, string Region)? family = null;
        for (var person = 0; person < persons; person++)
        {
            var isWoman = Chance(0.6);
            string[] given = Chance(0.55) ? [Given(isWoman), Given(isWoman)] : [Given(isWoman)];
            var (first, second, born, region) = family ?? (Surname(), Surname(), new DateTime(1950 + _random.Below(68), 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(_random.Below(365)), $"Region {Skewed(25)}");
            if (family is not null && Chance(0.8))
                born = born.AddDays(_random.Below(3000) - 1500);
            var (document, phone) = ($"{_random.Below(90_000_000) + 10_000_000}", $"9{_random.Below(90_000_000) + 10_000_000}");
            var nationality = Chance(0.7) ? "PER" : new[] { "VEN", "COL", "BOL", "ECU" }[_random.Below(4)];
            family = family is null && Chance(1 / 12.0) ? (first, second, born, region) : null;
            for (var records = 1 + int.Min(5, (int)(-1.1 * double.Log(_random.Uniform()))); records > 0; records--)
                lines.Add(string.Join(',', Record(given, first, second, born, isWoman, document, phone, nationality, region).Append($"{person}")));
        }

        for (var i = lines.Count - 1; i > 0; i--)
            (lines[i], lines[_random.Below(i + 1)]) = (lines[_random.Below(i + 1)], lines[i]);
        using var text = new StringReader(string.Join('\n', lines.Select((line, i) => $"r{i},{line}").Prepend(Columns)));
        return RecordFile.Read(text);
    }

    private IEnumerable<string> Record(string[] given, string first, string second, DateTime born, bool isWoman, string document, string phone, string nationality, string region)
    {
        var names = given.Length == 2 && Chance(0.2) ? given[_random.Below(2)] : given.Length == 2 && Chance(0.05) ? $"{given[1]} {given[0]}" : string.Join(' ', given);
        var (one, two) = Chance(0.03) ? (second, first) : (first, second);
        (one, two) = (Chance(0.04) ? "" : one, Chance(0.2) ? "" : two);
        (names, one, two) = (Written(names), Written(one), Written(two));
        yield return names;
        yield return Chance(0.04) && two.Length > 0 ? $"{one} {two}" : one;
        yield return Chance(0.04) ? "" : two;
        var (isDated, told) = (Chance(0.75), Chance(0.07) ? new DateTime(born.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc) : Chance(0.06) ? born.AddYears(10 * (_random.Below(3) - 1)).AddDays(Chance(0.5) ? 1 : 0) : born);
        yield return isDated ? told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        yield return isDated || Chance(0.1) ? "" : $"{int.Max(0, 2026 - born.Year + _random.Below(5) - 2)}";
        yield return Chance(0.02) ? "" : isWoman ^ Chance(0.008) ? "F" : "M";
        yield return Chance(0.53) ? "" : Chance(0.05) ? Slip(document) : document;
        yield return Chance(0.5) ? "" : Chance(0.2) ? $"9{_random.Below(90_000_000) + 10_000_000}" : phone;
        yield return Chance(0.15) ? "" : nationality;
        yield return Chance(0.08) ? "" : Chance(0.25) ? $"Region {Skewed(25)}" : region;
    }

    private string Written(string name)
    {
        var written = Chance(0.12) ? Slip(name) : name;
        if (Chance(0.1))
            written = written.Replace("qui", "ki", StringComparison.OrdinalIgnoreCase).Replace('v', 'b').Replace('z', 's').Replace("Hua", "Gua", StringComparison.Ordinal);
        return Chance(0.3) ? written.ToUpperInvariant() : written;
    }

    private string Slip(string text)
    {
        if (text.Length < 3)
            return text;
        var at = 1 + _random.Below(text.Length - 2);
        return _random.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => $"{text[..at]}{(char.IsDigit(text[at]) ? (char)('0' + _random.Below(10)) : (char)('a' + _random.Below(26)))}{text[(at + 1)..]}",
        };
    }

    private string Given(bool isWoman) => (isWoman ? Women : Men)[Skewed(36)];

    private string Surname() => Chance(0.65) ? Common[Skewed(40)] : $"{Parts[_random.Below(30)]}{Parts[_random.Below(30)].ToLowerInvariant()}{Endings[_random.Below(22)]}";

    private int Skewed(int count) => (int)(count * double.Pow(_random.Uniform(), 1.8));

    private bool Chance(double share) => _random.Uniform() < share;
}
