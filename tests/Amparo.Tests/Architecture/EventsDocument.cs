using System.Text;
using System.Text.RegularExpressions;
using Amparo.Platform.Events;

namespace Amparo.Tests.Architecture;

/// <summary>docs/events.md, from the manifests and the sources: every event, who raises it, who answers.</summary>
internal static class EventsDocument
{
    private static readonly IReadOnlyList<SourceFile> Sources = [.. Source.Of("src", ".cs").Where(f => !f.Path.StartsWith("src/Migrations/", StringComparison.Ordinal))];

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("# Events\n\n");
        text.Append("Every event that can be recorded: what happened, who raises it, who answers. The timeline, the audit and the statistics are made of these.\n");
        text.Append("A test writes this file (`AMPARO_WRITE_DOCS=1`) and fails when it is no longer true.\n");
        text.Append("*When* answers in the same transaction; *After* acts from the outbox.\n");
        foreach (var module in Manifests.Events.GroupBy(e => e.Module).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {module.Key}\n\n| Event | Record | Raised in | When | After |\n|---|---|---|---|---|\n");
            foreach (var one in module)
                text.Append($"| `{one.Name}` | {one.Type.Name} | {Raisers(one)} | {Whens(one)} | {Afters(one)} |\n");
        }
        return text.ToString();
    }

    /// <summary>The files that make one: <c>new ReferralSent(</c>.</summary>
    private static string Raisers(EventType one)
    {
        var made = new Regex($@"\bnew {one.Type.Name}\(|\b{one.Type.Name}\?? \w+\([^)]*\)\s*=>\s*new\(", RegexOptions.None, TimeSpan.FromSeconds(5));
        var files = Sources.Where(f => made.IsMatch(f.Text)).Select(f => f.Path["src/".Length..]).ToList();
        return files.Count == 0 ? throw new InvalidOperationException($"Nobody raises {one.Name}: take it out, or raise it.") : string.Join(", ", files);
    }

    private static string Whens(EventType one) => Named(Manifests.All.SelectMany(m => m.Whens).Where(w => w.Event == one.Type).Select(w => w.Call.Handler));

    private static string Afters(EventType one) => Named(Manifests.All.SelectMany(m => m.Afters).Where(a => a.Event == one.Type).Select(a => a.Call.Handler));

    private static string Named(IEnumerable<string> handlers) => string.Join(", ", handlers.Order(StringComparer.Ordinal));
}
