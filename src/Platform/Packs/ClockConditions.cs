using System.Reflection;
using System.Text.Json;
using Amparo.Platform.Events;

namespace Amparo.Platform.Packs;

/// <summary>What a clock asks of its events must be something they can say: a clock that waits for a code nobody uses never stops.</summary>
internal static class ClockConditions
{
    public static IEnumerable<PackProblem> Problems(ClockRule rule, IReadOnlyDictionary<string, Type> events, PackFiles files)
    {
        var entry = files.Read[Pack.ClocksFile].Items.FirstOrDefault(item => item["code"]?.Text == rule.Code);
        foreach (var (name, codes) in entry?["when"]?.Members ?? [])
        {
            foreach (var problem in rule.Restart.Prepend(rule.Start).SelectMany(start => Of(rule, start, name, codes, [codes], events, files)))
                yield return problem;
        }

        foreach (var (name, codes) in entry?["stopWhen"]?.Members ?? [])
        {
            if (codes.Items.Count == 0)
                yield return At(codes, $"Clock {rule.Code}: “{name}” names no code, so that nothing stops it.", "Name at least one code.");
            foreach (var problem in rule.Stop.SelectMany(stop => Of(rule, stop, name, codes, codes.Items, events, files)))
                yield return problem;
        }
    }

    private static IEnumerable<PackProblem> Of(
        ClockRule rule, string happened, string name, JsonAt at, IEnumerable<JsonAt> codes, IReadOnlyDictionary<string, Type> events, PackFiles files)
    {
        // An event that does not exist is told elsewhere.
        if (!events.TryGetValue(happened, out var type))
            return [];
        var sayable = type.GetProperties().ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => CodesOf(property, files));
        if (!sayable.TryGetValue(name, out var known) || known is null)
        {
            var names = string.Join(", ", sayable.Where(pair => pair.Value is not null).Select(pair => pair.Key));
            return [At(at, $"Clock {rule.Code}: {happened} says no code “{name}”.", names.Length == 0 ? "Take it out." : $"Use one of: {names}.")];
        }
        return codes.Where(code => !known.Codes.Contains(code.Text!))
            .Select(code => At(code, $"Clock {rule.Code}: “{code.Text}” is unknown as {name}.", $"Use one of {known.Where}."));
    }

    /// <summary>The codes a property can hold; null for what is no code: ids, instants, numbers.</summary>
    private static Known? CodesOf(PropertyInfo property, PackFiles files)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(bool))
            return Known.Listed("true", "false");
        if (type.IsEnum)
            return Known.Listed([.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]);
        return type == typeof(Code) && property.GetCustomAttribute<CodeOfAttribute>() is { } list && files.Read.TryGetValue(list.File, out var root)
            ? new Known([.. root.Items.Select(item => item["code"]?.Text).OfType<string>()], $"the codes of {list.File}")
            : null;
    }

    private static PackProblem At(JsonAt where, string message, string remedy) => new(Pack.ClocksFile, where.Line, message, remedy);

    private sealed record Known(IReadOnlyCollection<string> Codes, string Where)
    {
        public static Known Listed(params string[] codes) => new(codes, string.Join(", ", codes));
    }
}
