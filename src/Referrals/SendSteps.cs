using Amparo.Platform.Kit;
using Amparo.Providers;

namespace Amparo.Referrals;

/// <summary>What the page of a referral to be sent shows: the next thing to choose, and at the end exactly what leaves.</summary>
internal sealed record SendSteps(string Address, string Back, SendChoice Choice)
{
    public bool HasArea { get; init; }

    public IReadOnlyList<Choice> Purposes { get; init; } = [];

    public string? PurposeName { get; init; }

    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    public IReadOnlyList<Choice> Offices { get; init; } = [];

    public IReadOnlyList<Choice> Bases { get; init; } = [];

    public IReadOnlyList<Choice> Persons { get; init; } = [];

    public SendPreview? Preview { get; init; }

    // The tags bind to these by name.
    public string? Purpose => Choice.Purpose;

    public ContactId? Contact => Choice.Contact;

    public OfficeId? Office => Choice.Office;

    public string? Basis => Choice.Basis;

    public IReadOnlyList<PersonId> People => Choice.People;

    public string? Reason => Choice.Reason;
}

/// <summary>The last step.</summary>
/// <param name="People">Those who go along, by the number that tells them apart.</param>
internal sealed record SendPreview(
    Office To,
    Basis Basis,
    IReadOnlyList<(string Label, string Words)> Leave,
    IReadOnlyList<Staying> Stay,
    IReadOnlyList<(PersonId Id, int Number)> People,
    string Stamp)
{
    /// <summary>Who called leaves too, since they let the line share it.</summary>
    public bool NamesCaller { get; init; }
}

/// <summary>A fact that does not leave, and why.</summary>
internal sealed record Staying(string Label, Withheld Why, PersonId? Of);
