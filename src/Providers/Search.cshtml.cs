using System.Globalization;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>Whom to call: by what is needed, where, of which kind, or by name.</summary>
[Needs(Permission.SeeProviders)]
internal sealed class SearchModel(Db db, DutyRoster roster, Pack pack, Wording wording, TimeProvider clock) : PageModel
{
    private const int RowsPerPage = 20;

    [BindProperty(SupportsGet = true)]
    public string? Need { get; set; }

    /// <summary>What was typed for the place.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>The area chosen among those that fit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? OfKind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public PlaceFound Found { get; private set; } = PlaceFound.Nothing;

    public IReadOnlyList<OfficeRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + RowsPerPage - 1) / RowsPerPage;

    /// <summary>Nobody is listed before it is clear which place is meant: the wrong police station would be told.</summary>
    public bool PlaceIsUnclear => Found.Meant is null && !string.IsNullOrWhiteSpace(Place);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Need + Place + Area + OfKind + Name);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = PlaceFound.In(pack.Areas, Area, Place);
        Area = Found.Meant?.Code;
        if (PlaceIsUnclear)
            return;
        Place ??= Found.Meant is { } meant ? pack.Areas.Path(meant.Code) : null;
        var agencies = await db.Agencies.NamesAsync(cancel);
        var local = pack.Country.Local(clock.GetUtcNow()).DateTime;
        var offices = (await OfficesAsync(cancel))
            .Select(office => OfficeRow.Of(office, agencies.GetValueOrDefault(office.Agency), local))
            .Where(row => string.IsNullOrEmpty(OfKind) || row.Kind.Value == OfKind)
            .Where(HasTheWords)
            .ToList();
        Count = offices.Count;
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        Rows = [.. offices.Skip((P - 1) * RowsPerPage).Take(RowsPerPage)];
    }

    /// <summary>The same search in one of the areas that fit.</summary>
    public string In(Area area) => "/providers" + QueryString.Create(new Dictionary<string, string?>
    {
        [nameof(Need)] = Need,
        [nameof(Area)] = area.Code,
        [nameof(OfKind)] = OfKind,
        [nameof(Name)] = Name,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private async Task<IReadOnlyList<Office>> OfficesAsync(CancellationToken cancel)
    {
        Code? need = wording.Needs.Knows(Need) ? new Code(Need!) : null;
        if (Area is not null)
            return await roster.AllAsync(need, new Code(Area), [], cancel);
        var offices = await db.Offices.AsNoTracking().Where(o => o.Active).Include(o => o.Areas).ToListAsync(cancel);
        var local = pack.Country.Local(clock.GetUtcNow()).DateTime;
        return
        [
            .. offices
                .Where(o => need is null || o.Needs.Contains(need.Value.Value))
                .OrderBy(o => !o.Hours.IsOpen(local))
                .ThenBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    private bool HasTheWords(OfficeRow row) => (Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Holds(row.Name, word) || Holds(row.Agency ?? "", word));

    private static bool Holds(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
