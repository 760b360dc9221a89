using Amparo.Platform;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;

namespace Amparo.Contacts;

/// <summary>Says a hand-over's facts as a person reads them, before they leave and after they arrived.</summary>
public sealed class HandoverText(Handover handover, ContactCodes codes, Pack pack, Texts texts, Reveals reveals)
{
    private static readonly Code Preview = new("preview-handover");
    private static readonly Code Mandate = new("line-mandate");

    /// <summary>What would leave a contact, in words.</summary>
    public async Task<IReadOnlyList<(string Label, string Words)>> ShowAsync(Contact contact, IReadOnlyList<HandedFact> facts, CancellationToken cancel)
    {
        List<(string, string)> shown = [];
        foreach (var fact in facts)
            shown.Add((LabelOf(fact.Field), await ShowAsync(contact, fact, cancel)));
        return shown;
    }

    public async Task<string> ShowAsync(Contact contact, HandedFact fact, CancellationToken cancel) => fact.Codes is { } coded
        ? OfCodes(fact.Field, coded)
        : await reveals.RevealAsync(contact.Id, fact.Source, fact.Words, Preview, Mandate, cancel) ?? "";

    public string LabelOf(string field) => handover.Fields.Find(field)?.Label.ToString() ?? field;

    /// <summary>A fact's codes in words.</summary>
    public string OfCodes(string field, string stored) => field switch
    {
        "area" => pack.Areas.Path(stored),
        "form" => codes.Forms.Name(new Code(stored)),
        "happening-now" => texts[$"answer.{stored}"],
        "danger" => string.Join("; ", stored.Split(' ').Select(danger => texts[$"danger.{danger}"])),
        _ => stored,
    };
}
