using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using Amparo.Commands;
using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Tests.Support;

namespace Amparo.Tests.Architecture;

/// <summary>Events are the audit, the timeline and the statistics at once: they hold ids and codes, never words of a person.</summary>
public class EventsTests
{
    public static TheoryData<string> Names => [.. Manifests.Events.Select(e => e.Name)];

    private static readonly Assembly[] Ours = [.. Manifests.Events.Select(e => e.Type.Assembly).Append(typeof(AmparoHost).Assembly).Distinct()];

    [Fact]
    public void Every_event_stands_in_one_manifest()
    {
        var made = Ours.SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(IEvent)) && t is { IsInterface: false, IsAbstract: false });
        made.Except(Manifests.Events.Select(e => e.Type)).ShouldBeEmpty("an event that no manifest names cannot be recorded");
        Manifests.Events.GroupBy(e => e.Type).Where(g => g.Count() > 1).ShouldBeEmpty();
        Manifests.Events.GroupBy(e => e.Name).Where(g => g.Count() > 1).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void An_event_is_a_record_of_ids_codes_enums_numbers_and_instants(string name)
    {
        var type = Manifests.Events.Single(e => e.Name == name).Type;
        type.GetMethod("<Clone>$").ShouldNotBeNull($"{type.Name} is no record");
        type.IsSealed.ShouldBeTrue();
        type.GetProperties().Where(p => !IsFact(p.PropertyType)).Select(p => $"{p.PropertyType.Name} {p.Name}").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void An_event_and_the_kind_of_record_it_is_about_have_texts_in_both_languages(string name)
    {
        name.ShouldMatch("^[a-z][a-z-]*\\.[a-z][a-z-]*$");
        var modules = Ours.Select(a => (a, Name: a.GetManifestResourceNames().FirstOrDefault(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal)))).Where(m => m.Name is not null);
        var texts = modules.Select(m => new ResourceManager(m.Name![..^".resources".Length], m.a)).Append(new ResourceManager("Amparo.Platform.Languages.Texts", typeof(Amparo.Platform.Data.Db).Assembly)).ToList();
        // What a reading is about depends on what was read: those kinds have events of their own.
        var kind = ((IEvent)RuntimeHelpers.GetUninitializedObject(Manifests.Events.Single(e => e.Name == name).Type)).About.Kind;
        foreach (var key in (string[])[$"event.{name}", .. string.IsNullOrEmpty(kind) ? Array.Empty<string>() : [$"kind.{kind}"]])
        {
            foreach (var language in (string[])["", "en"])
            {
                var culture = System.Globalization.CultureInfo.GetCultureInfo(language);
                texts.Any(t => t.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key) is { Length: > 0 }).ShouldBeTrue($"{key} in \"{language}\"");
            }
        }
    }

    [Fact]
    public void Every_clock_of_the_pack_starts_and_stops_by_events_that_exist()
    {
        var known = Manifests.Events.Select(e => e.Name).ToHashSet();
        var pack = Pack.Load(Path.Combine(TestApp.Root, "packs", "pe"));
        pack.Clocks.SelectMany(c => c.Stop.Concat(c.Restart).Append(c.Start)).Where(e => !known.Contains(e)).ShouldBeEmpty();
    }

    [Fact]
    public void The_pack_of_Peru_has_no_problem()
    {
        var (sections, events) = ModuleSections.All();
        PackCheck.Run(Path.Combine(TestApp.Root, "packs", "pe"), sections, events).Select(p => p.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_events_is_true()
    {
        var path = Path.Combine(TestApp.Root, "docs", "events.md");
        var text = EventsDocument.Write();
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_DOCS") == "1")
            File.WriteAllText(path, text);
        File.Exists(path).ShouldBeTrue("run the tests once with AMPARO_WRITE_DOCS=1");
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, "run the tests once with AMPARO_WRITE_DOCS=1 and look at what changed");
    }

    private static bool IsFact(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type == typeof(Code) || type == typeof(Guid) || type == typeof(Subject) || type == typeof(bool) || type == typeof(int) || type == typeof(long)
            || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsFact(type.GetGenericArguments()[0]));
    }
}
