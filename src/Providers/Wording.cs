using System.Globalization;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>What people read for the codes, areas and hours of an office.</summary>
internal sealed class Wording(Pack pack, Texts texts)
{
    public CodeList<KindEntry> Kinds { get; } = new(pack.Kinds);

    public CodeList<NeedEntry> Needs { get; } = new(pack.Needs);

    public string NeedsOf(IEnumerable<string> codes) => string.Join("; ", codes.Select(code => Needs.Find(code)?.Label.ToString() ?? code));

    public string AreasOf(IEnumerable<string> codes) => string.Join(". ", codes.GroupBy(LevelOf).Select(AreasOfLevel));

    public string AreaOf(string code) => code == AreaTree.Everywhere ? texts["providers.everywhere"]
        : pack.Areas.Find(code) is { } area ? AreaWithLevel(area)
        : code;

    /// <summary>Piura, Piura (provincia): names repeat from level to level.</summary>
    public string AreaWithLevel(Area area) => $"{pack.Areas.Path(area.Code)} ({pack.Country.LevelOf(area)})";

    /// <summary>lun a vie, 08:00–16:30</summary>
    public string HoursOf(Hours hours) =>
        hours.IsAlways ? texts["providers.always"] : string.Join("; ", hours.Weekly.Select(open => $"{DaysOf(open.Days)}, {open.From:HH:mm}–{open.To:HH:mm}"));

    /// <summary>The days in the order in which a week is read, from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string DayOf(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(day);

    // Piura (departamento), but Departamentos is no word of the pack: Departamento: Callao, Ica, Lima.
    private string AreasOfLevel(IGrouping<string, string> level) => level.Key is "" || level.Count() == 1
        ? string.Join("; ", level.Select(AreaOf))
        : $"{char.ToUpper(level.Key[0], CultureInfo.CurrentCulture)}{level.Key[1..]}: {string.Join("; ", level.Select(pack.Areas.Path))}";

    private string LevelOf(string code) => pack.Areas.Find(code) is { } area ? pack.Country.LevelOf(area).ToString() : "";

    private string DaysOf(IReadOnlyList<DayOfWeek> days)
    {
        var inOrder = Week.Where(days.Contains).ToList();
        return inOrder.Count == 7 ? texts["providers.every-day"]
            : inOrder.Count > 2 && inOrder[^1] - inOrder[0] == inOrder.Count - 1 ? texts["providers.days-to", DayOf(inOrder[0]), DayOf(inOrder[^1])]
            : string.Join(", ", inOrder.Select(DayOf));
    }
}
