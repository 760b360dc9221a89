using Amparo.Platform.Packs;

namespace Amparo.Contacts;

/// <param name="Path">The place in full: district, province, department.</param>
/// <param name="Others">Places of the same name, one click away: the first guess never stops an operator.</param>
internal sealed record PlaceForm(ContactId Contact, PlaceInput Input, string? Path, IReadOnlyList<Area> Others, Country Country);

internal sealed class PlaceForms(Pack pack, ContactReading reading)
{
    public async Task<PlaceForm> ForAsync(Contact contact, CancellationToken cancel)
    {
        var area = pack.Areas.Find(contact.Area?.Value);
        var words = await reading.WordsAsync(contact, cancel);
        var input = new PlaceInput { Area = area?.Name, Place = words.Place, Stamp = contact.PlaceStamp };
        var others = area is null ? [] : pack.Areas.Search(area.Name, limit: 8).Where(a => a.Name == area.Name && a.Code != area.Code).ToList();
        return new PlaceForm(contact.Id, input, area is null ? null : pack.Areas.Path(area.Code), others, pack.Country);
    }
}
