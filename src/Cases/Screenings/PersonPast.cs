using Amparo.Contacts.Questions;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;

namespace Amparo.Cases.Screenings;

/// <summary>A person's screenings as people read them afterwards: when, by whom, what somebody concluded and why.</summary>
internal sealed class PersonPast(CaseReading reading, IStaff staff, Texts texts)
{
    /// <param name="withReasons">Of how many, from the first, the reason is read: each reading is recorded.</param>
    public async Task<IReadOnlyList<PastScreening>> OfAsync(IReadOnlyList<PersonScreening> screenings, int withReasons, CancellationToken cancel)
    {
        var names = await staff.FindAsync([.. screenings.SelectMany(s => new[] { s.By, s.DecidedBy }.OfType<UserId>()).Distinct()], cancel);
        List<PastScreening> past = [];
        foreach (var (i, screening) in screenings.Index())
        {
            past.Add(new PastScreening(
                screening.At, names.GetValueOrDefault(screening.By)?.Name,
                screening.Decision is { } decision ? texts[$"screening.result.{decision}"] : null,
                screening.DecidedBy is { } by ? names.GetValueOrDefault(by)?.Name : null,
                i < withReasons && !screening.Reason.IsEmpty ? await reading.ReasonAsync(screening, cancel) : null));
        }
        return past;
    }
}
