using System.Globalization;

namespace Amparo.Tests.Host;

/// <summary>One bad way to fill in a form.</summary>
internal sealed record Attack(string Name, string Action, IReadOnlyList<(string Name, string Value)> Fields, int[]? Expected = null)
{
    public const string Token = "__RequestVerificationToken";
    private const string Once = "_once";

    private static readonly string[] Odd =
    [
        "a\0b\u0007\u001b[31m\r\nc\u202e", "☃ 1e999", "-2147483649", "9999-12-31", "0001-01-01", "25:99", "' OR 1=1; --", "<script>alert(1)</script>",
        "00000000-0000-0000-0000-000000000000", "\ud83d\ude00" + new string('x', 5_000),
    ];

    /// <summary>All there are for one form. An empty token stands for the right one.</summary>
    public static IEnumerable<Attack> On(FoundForm form, World world)
    {
        var asked = form.Asked.ToList();
        foreach (var odd in Odd)
            yield return new Attack($"all={Short(odd)}", form.Action, Fresh([.. asked.Select(name => (name, odd))]));
        foreach (var name in asked)
        {
            foreach (var odd in ((string[])[Odd[1], Odd[3], Odd[4], Odd[^1]]))
                yield return new Attack($"{name}={Short(odd)}", form.Action, Fresh(form.With(name, odd)));
        }
        if (!form.IsPost)
            yield break;
        var first = asked.FirstOrDefault() ?? "Extra";
        yield return new Attack("empty", form.Action, [(Token, "")]);
        yield return new Attack("a megabyte", form.Action, Fresh(form.With(first, new string('m', 1_000_000))), [413]);
        yield return new Attack("no token", form.Action, form.Without(Token), Public(form) ?? [400]);
        yield return new Attack("wrong token", form.Action, form.With(Token, "CfDJ8wrong"), Public(form) ?? [400]);
        yield return new Attack("many fields", form.Action, Fresh([.. form.Fields, .. Enumerable.Range(0, 2_000).Select(i => ($"F{i}", "x"))]));
        yield return new Attack("a long name", form.Action, Fresh([.. form.Fields, (new string('n', 5_000), "x")]));
        yield return new Attack("a far index", form.Action, Fresh([.. form.Fields, .. Enumerable.Range(0, 900).Select(i => ($"{first}[{i}]", "x")), ("Input.Contacts[5000].Name", "x")]));
        yield return new Attack("deep", form.Action, Fresh([.. form.Fields, ("Input" + string.Concat(Enumerable.Repeat(".Input", 300)), "x")]));
        yield return new Attack("handler unknown", form.Action + (form.Action.Contains('?') ? "&" : "?") + "handler=Nothing", Fresh([.. form.Fields]));
        var parts = form.Action.Split('?')[0].Split('/');
        foreach (var (i, part) in parts.Index())
        {
            if (!Guid.TryParse(part, out _))
                continue;
            foreach (var (name, id) in ((string, string)[])[("of another line", world.Foreign(parts[1])), ("unknown", Guid.CreateVersion7().ToString("N")), ("too long", new string('f', 3_000))])
                yield return new Attack($"a record {name}", string.Join('/', parts.Select((p, at) => at == i ? id : p)) + form.Action[form.Action.Split('?')[0].Length..], Fresh([.. form.Fields]), [403, 404]);
        }
        foreach (var field in form.Fields.Where(f => Guid.TryParse(f.Value, out _) && !f.Name.StartsWith('_')))
            yield return new Attack($"{field.Name} of another line", form.Action, Fresh(form.With(field.Name, world.Foreign("agencies"))));
        var key = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
        yield return new Attack("plain", form.Action, Keyed(form, key));
        yield return new Attack("replayed", form.Action, Keyed(form, key));
        yield return new Attack("a key of somebody else", form.Action, Keyed(form, world.UsedKey));
    }

    private static int[]? Public(FoundForm form) => form.Fields.Any(f => f.Name == Token) ? null : [200, 400, 404];

    private static (string, string)[] Keyed(FoundForm form, string key) =>
        [.. Fresh([.. form.Fields]).Where(f => f.Name != Once), (Once, key)];

    // A key of its own, so that no attack is taken for a repeat of the one before.
    private static (string Name, string Value)[] Fresh((string Name, string Value)[] fields) =>
        [.. fields.Where(f => f.Name is not (Token or Once)), (Token, ""), (Once, Guid.CreateVersion7().ToString("N"))];

    private static string Short(string value) => Uri.EscapeDataString(value.Length > 24 ? value[..24].TrimEnd('\ud83d') : value);
}
