using Amparo.Cases.Places;
using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Exchange;

/// <summary>What is known of the situation itself, in the words of the standard: form, methods of control, places, what the case is about.</summary>
internal sealed class SituationExport(Db db, ScreeningSigns signs, Reveals reveals, ContactCodes contacts, CaseCodes codes, HtcdsCodes htcds, Pack pack, Texts texts)
{
    private static readonly Code Basis = new("consent");

    public async Task<IReadOnlyList<HtcdsField>> FormsAsync(Case @case, CancellationToken cancel)
    {
        var joined = @case.Joined.Select(j => j.Contact).ToList();
        var forms = await db.Contacts.AsNoTracking().Where(c => joined.Contains(c.Id) && c.Form != null).OrderBy(c => c.OpenedAt).Select(c => c.Form!.Value).ToListAsync(cancel);
        var known = forms.Distinct().ToList();
        string[] types = [.. known.Select(form => htcds.Forms.GetValueOrDefault(form.Value)).OfType<string>().Distinct()];
        var names = string.Join(", ", known.Select(form => contacts.Forms.Name(form)));
        List<HtcdsField> fields = [];
        if (known.Count > 0)
            fields.Add(new("x_Form", known.Select(form => form.Value).ToArray(), names));
        if (types.Length > 0)
            fields.Add(new("vic_TypeOfExploitation", types, names));
        return fields;
    }

    /// <summary>By which methods people were controlled, as contacts told it.</summary>
    public async Task<IReadOnlyList<HtcdsField>> MethodsAsync(Case @case, CancellationToken cancel) =>
        [.. Methods(await signs.OfAsync([.. @case.Joined.Select(j => j.Contact)], cancel))];

    public async Task<IReadOnlyList<HtcdsRecord>> CommentAsync(Case @case, Agreed agreed, Code reading, CancellationToken cancel) =>
        agreed.To("summary") && await reveals.RevealAsync(@case.Id, nameof(Case.Summary), @case.Summary, reading, Basis, cancel) is { Length: > 0 } words
            ? [new HtcdsRecord(HtcdsRecord.CaseComment, [new("cco_CaseComment", words)])]
            : [];

    public async Task<IReadOnlyList<HtcdsRecord>> PlacesAsync(Case @case, Agreed agreed, Code reading, CancellationToken cancel)
    {
        if (!agreed.To("area"))
            return [];
        List<HtcdsRecord> records = [];
        foreach (var place in await db.CasePlaces.AsNoTracking().Where(p => p.Case == @case.Id && p.RemovedAt == null).OrderBy(p => p.AddedAt).ToListAsync(cancel))
        {
            // Where somebody lives is no event of the standard's: it stays.
            if (htcds.PlaceKinds.GetValueOrDefault(place.Kind.Value) is not { } type)
                continue;
            var up = pack.Areas.Up(place.Area.Value).ToList();
            List<HtcdsField> fields = [new("hte_Type", type, codes.PlaceKinds.Name(place.Kind)), new("hte_Country", pack.Country.Code), new("x_Area", place.Area.Value, pack.Areas.Path(place.Area.Value))];
            if (up.Count > 0)
                fields.Add(new("hte_State", up[^1].Name));
            if (up.Count > 1)
                fields.Add(new("hte_City", up[0].Name));
            if (agreed.To("place") && await reveals.RevealAsync(place.Id, nameof(CasePlace.Words), place.Words, reading, Basis, cancel) is { Length: > 0 } words)
                fields.Add(new("hte_Description", words));
            records.Add(new HtcdsRecord(HtcdsRecord.Event, fields));
        }
        return records;
    }

    // The standard says only which methods there were. Which were denied, not known, not told or never asked stands beside: none of these is "no".
    public IEnumerable<HtcdsField> Methods(IReadOnlyDictionary<string, Answer> answers)
    {
        var methods = htcds.MethodsOfControl.ToDictionary(m => m.Key, m => Answers.Together(m.Value.Select(indicator => answers.GetValueOrDefault(indicator))));
        string[] there = [.. methods.Where(m => m.Value == Answer.Yes).Select(m => m.Key)];
        if (there.Length > 0)
            yield return new(Htcds.MethodsOfControl, there, string.Join(", ", there.Select(method => texts[$"htcds.method.{method}"])));
        yield return new(
            "x_MethodsOfControlAnswers",
            methods.ToDictionary(m => m.Key, m => m.Value.ToString()),
            string.Join("; ", methods.GroupBy(m => m.Value).OrderBy(g => g.Key).Select(g => $"{texts[$"answer.{g.Key}"]}: {string.Join(", ", g.Select(m => texts[$"htcds.method.{m.Key}"]))}")));
    }
}
