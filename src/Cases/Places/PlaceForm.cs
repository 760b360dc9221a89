using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;

namespace Amparo.Cases.Places;

/// <summary>A place of a case as it is typed: its area is found by name.</summary>
internal sealed class PlaceInput
{
    [Required(ErrorMessage = "place.kind-missing")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "place.area-missing"), StringLength(100)]
    public string? Area { get; set; }

    /// <summary>One of the areas of the same name, chosen by a button.</summary>
    public string? Code { get; set; }

    [StringLength(300)]
    public string? Words { get; set; }

    public string? Stamp { get; set; }

    /// <param name="saved">The area it has: kept while its name is, since others may bear the same.</param>
    /// <exception cref="Refused">There is no such kind or area.</exception>
    public (Code Kind, Code Area) Read(CaseCodes codes, Pack pack, Code? saved = null)
    {
        var kind = codes.PlaceKinds.Find(Kind) ?? throw new Refused("place.kind-missing");
        var kept = pack.Areas.Find(saved?.Value) is { } before && before.Name == Area?.Trim() ? before : null;
        var area = pack.Areas.Find(Code) ?? kept ?? pack.Areas.Search(Area, limit: 1).FirstOrDefault() ?? throw new Refused("place.area-unknown");
        return (new Code(kind.Code), new Code(area.Code));
    }
}

/// <param name="Path">The area in full, once it is saved.</param>
/// <param name="Others">Areas of the same name, one click away.</param>
internal sealed record PlaceForm(string Action, string Back, PlaceInput Input, IReadOnlyList<Choice> Kinds, string? Path, IReadOnlyList<Choice> Others)
{
    public static PlaceForm New(CaseId @case, CaseCodes codes) => new($"/cases/{@case}/places/add", $"/cases/{@case}", new PlaceInput(), codes.PlaceKinds.Choices(), null, []);

    public static PlaceForm Of(CasePlace place, string? words, CaseCodes codes, Pack pack)
    {
        var area = pack.Areas.Find(place.Area.Value);
        var others = area is null ? [] : pack.Areas.Search(area.Name, limit: 8).Where(a => a.Name == area.Name && a.Code != area.Code);
        var input = new PlaceInput { Kind = place.Kind.Value, Area = area?.Name ?? place.Area.Value, Words = words, Stamp = place.FactsStamp };
        return new PlaceForm($"/places/{place.Id}/change", $"/cases/{place.Case}", input, codes.PlaceKinds.Choices(), pack.Areas.Path(place.Area.Value),
            [.. others.Select(a => new Choice(a.Code, $"{pack.Areas.Path(a.Code)} ({pack.Country.LevelOf(a)})"))]);
    }
}
