using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amparo.Commands.Stats;

/// <summary>What a method says to programs: beside what it found, which version of it was asked what, and how long it took.</summary>
internal sealed class StatsReport(ParseResult parsed)
{
    private static readonly JsonSerializerOptions Shape = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What changes no figure.
    private static readonly string[] Aside = ["--json", "--cores", "--help", "-h"];

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>A key that a release has written is never taken away.</summary>
    /// <param name="version">Rises when the method's figures may change.</param>
    /// <param name="found">Members by their JSON names.</param>
    public string Json(int version, object found)
    {
        var report = new JsonObject { ["method"] = parsed.CommandResult.Command.Name, ["version"] = version };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(found, Shape)!.AsObject())
            report[name] = value?.DeepClone();
        report["options"] = JsonSerializer.SerializeToNode(Options().ToDictionary(), Shape);
        report["seconds"] = double.Round(_watch.Elapsed.TotalSeconds, 3);
        return report.ToJsonString(Shape);
    }

    // As they were given or left to their defaults, in words as at the command line.
    private IEnumerable<KeyValuePair<string, string?>> Options() =>
        from option in parsed.CommandResult.Command.Options
        where !Aside.Contains(option.Name)
        let value = parsed.GetResult(option)?.GetValueOrDefault<object?>()
        where value is not null
        select KeyValuePair.Create(option.Name.TrimStart('-'), value is System.Collections.IEnumerable and not string
            ? string.Join(' ', ((System.Collections.IEnumerable)value).Cast<object>()) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
}
