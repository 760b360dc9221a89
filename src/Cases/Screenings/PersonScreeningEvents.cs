using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Screenings;

/// <summary>Questions about somebody in a case were answered; what the answers say is advice until somebody decides.</summary>
/// <param name="Answered">How many were asked for this person.</param>
/// <param name="From">How many contacts' screenings count beside them.</param>
public sealed record PersonScreened(PersonScreeningId Screening, PersonId Person, CaseId Case, Amparo.Screening.AgeGroup Age, int Answered, int From) : IEvent
{
    public Subject About => Person;

    public Subject? Under => Case;
}

/// <summary>Somebody confirmed what the answers about a person say, or said otherwise with a reason.</summary>
public sealed record PersonScreeningDecided(PersonScreeningId Screening, PersonId Person, CaseId Case, Amparo.Screening.Result Result, bool Overrides) : IEvent
{
    public Subject About => Person;

    public Subject? Under => Case;
}
