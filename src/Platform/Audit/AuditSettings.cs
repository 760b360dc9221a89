using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Amparo.Platform.Audit;

/// <summary>How the audit is sealed and where its heads go.</summary>
public sealed record AuditSettings
{
    /// <summary><c>Audit:Anchor</c>: the file outside the database to which every seal's head is appended; none when null.</summary>
    public string? Anchor { get; init; }

    /// <summary><c>Audit:SealEvery</c>, in seconds.</summary>
    public TimeSpan SealEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most rows in one seal.</summary>
    public int RowsInSeal { get; init; } = 10_000;

    internal static AuditSettings From(IConfiguration? configuration)
    {
        var settings = new AuditSettings();
        var audit = configuration?.GetSection("Audit");
        return settings with
        {
            Anchor = audit?["Anchor"] is { Length: > 0 } file ? file : null,
            SealEvery = audit?["SealEvery"] is { Length: > 0 } every
                ? TimeSpan.FromSeconds(double.Parse(every, CultureInfo.InvariantCulture))
                : settings.SealEvery,
        };
    }
}
