using System.Globalization;

namespace Amparo.Platform.Packs;

/// <summary>What must be true of the country: a culture that exists, its language, a week with work in it, a unit of last resort.</summary>
internal static class CountryRules
{
    private const string OfficesFile = "providers/offices.json";

    public static IEnumerable<PackProblem> Problems(Country country, PackFiles files)
    {
        var file = files.Read[Pack.CountryFile];
        PackProblem At(string member, string message, string remedy) => new(Pack.CountryFile, file[member]?.Line ?? 1, message, remedy);

        if (!CultureInfo.GetCultures(CultureTypes.AllCultures).Any(culture => culture.Name == country.DefaultCulture))
        {
            yield return At("defaultCulture", $"“{country.DefaultCulture}” is not a known culture.", "Use a language and a country, such as “es-ES”.");
        }
        else if (!country.Languages.Contains(country.DefaultCulture.Split('-')[0]))
        {
            yield return At("defaultCulture", $"The language of “{country.DefaultCulture}” is not in languages.", "Add it to languages.");
        }

        if (country.Weekend.Distinct().Count() == 7)
        {
            yield return At("weekend", "There is no working day.", "Take out the days on which offices work.");
        }

        if (country.Areas.Levels.Count == 0)
        {
            yield return At("areas", "The areas have no levels.", "Name each level, biggest first.");
        }

        var offices = files.Read.GetValueOrDefault(OfficesFile)?.Items ?? [];
        if (!offices.Any(office => office["code"]?.Text == country.NationalUnit))
        {
            yield return At("nationalUnit", $"The national unit “{country.NationalUnit}” is not an office.", $"Use the code of an office in {OfficesFile}.");
        }
    }
}
