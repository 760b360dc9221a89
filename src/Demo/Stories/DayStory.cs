using Amparo.Contacts;
using Amparo.Demo.History;
using Amparo.Platform.Packs;
using Amparo.Screening;

namespace Amparo.Demo.Stories;

/// <summary>A call of these days, as the pack tells it. Everybody in it is made up.</summary>
/// <param name="Length">Minutes until it was wrapped up; without them it is still open.</param>
internal sealed record DayStory(
    string Code,
    int MinutesAgo,
    int? Length,
    StorySafety Safety,
    string Account,
    string People,
    string Suspect,
    string Form,
    Contacts.Answer HappeningNow,
    Contacts.Answer LockedIn,
    Contacts.Answer Children,
    string Area,
    string Place,
    Speaker Speaker,
    IReadOnlyList<Answered> Answers,
    IReadOnlyList<StoryReferral> Referrals,
    string Reason,
    string Outcome,
    StoryCase? Case)
{
    private const string File = "demo/stories.json";

    public static IReadOnlyList<DayStory> Of(Pack pack) => pack.Read<List<DayStory>>(File);
}

/// <param name="NeverTell">Agencies by their codes.</param>
internal sealed record StorySafety(
    string Tier, Contacts.Answer CanTalk, Contacts.Answer IsSafe, CallBack CallBack, IReadOnlyList<string> NeverTell, string? CodeWord = null);

/// <summary>To whom it went; minutes count from the call's beginning.</summary>
/// <param name="AcceptedAfter">When they took it on; without it nobody has opened it yet.</param>
internal sealed record StoryReferral(string Purpose, string Office, string Basis, int After, int? AcceptedAfter = null, string? Note = null);

/// <param name="After">Minutes from the call's beginning until it was opened.</param>
/// <param name="Closing">Why it is closed already, if it is.</param>
internal sealed record StoryCase(int After, string Summary, IReadOnlyList<StoryPerson> People, string? Closing = null);

/// <param name="Answers">What was asked about them in the case, after what the call answered; without it they are not screened.</param>
internal sealed record StoryPerson(string Role, string AgeGroup, string Sex, string? Note = null, IReadOnlyList<Answered>? Answers = null);
