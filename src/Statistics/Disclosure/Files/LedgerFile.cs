using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>A privacy ledger as JSON: <c>data</c>, <c>epsilon</c>, <c>delta</c>, <c>yearlyEpsilon</c>, and <c>releases</c> with <c>date</c>, <c>what</c> and <c>rho</c> or <c>exact</c>.</summary>
public static class LedgerFile
{
    // A misspelt key must not be a limit that silently is none.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads to the end.</summary>
    /// <exception cref="TableFault">It is not a ledger.</exception>
    public static PrivacyLedger Read(TextReader text)
    {
        try
        {
            var ledger = JsonSerializer.Deserialize<Written>(text.ReadToEnd(), Json) ?? throw new TableFault("The ledger is empty.");
            return new PrivacyLedger(ledger.Data, new PrivacyBudget(ledger.Epsilon, ledger.Delta, ledger.YearlyEpsilon), ledger.Releases.Select(Entry));
        }
        catch (JsonException wrong)
        {
            throw new TableFault((int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1, "This is not a ledger as this program writes it. Take it from a back-up; a ledger is never mended by hand.");
        }
        catch (ArgumentException wrong)
        {
            throw new TableFault(wrong.Message, wrong);
        }
    }

    /// <summary>Writes it.</summary>
    public static string Write(PrivacyLedger ledger) => JsonSerializer.Serialize(
        new Written(ledger.Data, ledger.Budget.Epsilon, ledger.Budget.Delta,
            [.. ledger.Entries.Select(entry => new Release(entry.Date, entry.What, entry.Rho, entry.IsExact ? true : null))], ledger.Budget.YearlyEpsilon), Json) + "\n";

    private static LedgerEntry Entry(Release release) => release.Rho is null == (release.Exact is true)
        ? new LedgerEntry(release.Date, release.What, release.Rho)
        : throw new TableFault($"The release “{release.What}” must have either what it cost (rho) or exact: true.");

    private sealed record Written(string Data, double Epsilon, double Delta, IReadOnlyList<Release> Releases, double? YearlyEpsilon = null);

    private sealed record Release(DateOnly Date, string What, double? Rho = null, bool? Exact = null);
}
