using Amparo.Platform;

namespace Amparo.Providers;

/// <summary>An office as lists show it. It has no address: a list is read over shoulders.</summary>
internal sealed record OfficeRow(
    OfficeId Id,
    string Name,
    string? Agency,
    Code Kind,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Areas,
    Platform.Packs.Hours Hours,
    bool IsOpen,
    string? Phone,
    bool Confidential,
    bool Fictional)
{
    public static OfficeRow Of(Office office, string? agency, DateTime local) => new(
        office.Id,
        office.Name,
        agency,
        office.Kind,
        office.Needs,
        [.. office.Areas.Select(a => a.Area)],
        office.Hours,
        office.Hours.IsOpen(local),
        office.Phone,
        office.Confidential,
        office.Fictional);
}
