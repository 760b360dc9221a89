using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>One value by which records are brought together.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Hash">Of rule and value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockingKey(int Rule, ulong Hash);

/// <summary>The rules, and the keys that a record has under each. Two records are compared when they share a key.</summary>
internal sealed class BlockingKeys
{
    private readonly RecordCoder _coder;
    private readonly List<string> _rules = [];

    public BlockingKeys(RecordCoder coder)
    {
        _coder = coder;
        // Which rules there are depends on the columns alone, and their order is that of the keys below.
        foreach (var name in Names())
            _rules.Add(name);
    }

    public IReadOnlyList<string> Rules => _rules;

    /// <summary>Adds the record's keys, rule by rule.</summary>
    public void Of(object?[] code, List<BlockingKey> keys)
    {
        keys.Clear();
        var rule = 0;
        var names = code[0] as Names;
        var birth = _coder.Birth is null ? null : code[1] as Birth;
        string[] given = names is null ? [] : [.. names.Given.Where(word => word.Text.Length > 1).SelectMany(Sounds).Distinct(StringComparer.Ordinal)];
        string[] surnames = names is null ? [] : [.. new[] { names.First, names.Second }.OfType<Term>().Select(surname => surname.Sound).Distinct(StringComparer.Ordinal)];
        string[] all = [.. given.Concat(surnames).Distinct(StringComparer.Ordinal)];
        for (var i = 0; i < _coder.Comparisons.Count; i++)
        {
            if (_coder.Comparisons[i] is ValueComparison { Role: FieldRole.Document or FieldRole.Phone or FieldRole.Email })
            {
                if (code[i] is Term value)
                    Add(keys, rule, value.Text);
                rule++;
            }
        }

        foreach (var word in given)
        {
            foreach (var surname in surnames)
                Add(keys, rule, string.CompareOrdinal(word, surname) < 0 ? $"{word}|{surname}" : $"{surname}|{word}");
        }

        rule++;
        if (_coder.Birth is { } births)
        {
            if (birth is { HasDate: true })
            {
                Add(keys, rule, birth.Digits);
                foreach (var name in all)
                {
                    Add(keys, rule + 1, $"{name}|{birth.Year}|{birth.Month}");
                    Add(keys, rule + 2, $"{name}|{birth.Month}-{birth.Day}");
                    Add(keys, rule + 3, $"{name}|{birth.Year}||{birth.Day}");
                }
            }

            if (birth is not null)
            {
                var (first, last) = births.Years(birth);
                for (var year = first; year <= last && year > 0; year++)
                {
                    if (surnames.Length == 2)
                        Add(keys, rule + 4, string.CompareOrdinal(surnames[0], surnames[1]) < 0 ? $"{surnames[0]}|{surnames[1]}|{year}" : $"{surnames[1]}|{surnames[0]}|{year}");
                    foreach (var word in given)
                    {
                        foreach (var surname in surnames)
                            Add(keys, rule + 5, $"{Begin(word, 2)}|{Begin(surname, 3)}|{year}");
                    }
                }
            }

            rule += 6;
        }

        for (var i = 0; i < _coder.Comparisons.Count; i++)
        {
            if (_coder.Comparisons[i] is not ValueComparison { IsSelective: true })
                continue;
            if (code[i] is Term value)
            {
                foreach (var name in all)
                    Add(keys, rule, $"{value.Text}|{name}");
                if (birth is { HasDate: true })
                {
                    Add(keys, rule + 1, $"{value.Text}|{birth.Month}-{birth.Day}");
                    Add(keys, rule + 1, $"{value.Text}||{birth.Year}-{birth.Month}");
                    Add(keys, rule + 1, $"{value.Text}|||{birth.Year}-{birth.Day}");
                }
            }

            rule += 2;
        }
    }

    private IEnumerable<string> Names()
    {
        foreach (var value in _coder.Comparisons.OfType<ValueComparison>().Where(value => value.Role is FieldRole.Document or FieldRole.Phone or FieldRole.Email))
            yield return value.Slots[0].Name;
        yield return "a given name and a surname, as they sound";
        if (_coder.Birth is not null)
        {
            yield return "date of birth";
            yield return "a name, year and month of birth";
            yield return "a name, month and day of birth";
            yield return "a name, year and day of birth";
            yield return "both surnames and year of birth";
            yield return "begin of given name and surname, year of birth";
        }

        foreach (var value in _coder.Comparisons.OfType<ValueComparison>().Where(value => value.IsSelective))
        {
            yield return $"{value.Slots[0].Name} and a name";
            yield return $"{value.Slots[0].Name} and two parts of the date of birth";
        }
    }

    private static IEnumerable<string> Sounds(Term word)
    {
        var full = Text.Nicknames.FullOf(word.Text);
        return full.Count == 1 && full[0] == word.Text ? [word.Sound] : full.Select(Text.SpanishSound.Key).Append(word.Sound);
    }

    private static string Begin(string sound, int letters) => sound.Length <= letters ? sound : sound[..letters];

    private static void Add(List<BlockingKey> keys, int rule, string value)
    {
        var hash = 14695981039346656037UL ^ (ulong)rule;
        foreach (var letter in value)
            hash = (hash ^ letter) * 1099511628211UL;
        keys.Add(new BlockingKey(rule, (hash ^ hash >> 29) * 0x9E37_79B9_7F4A_7C15));
    }
}
