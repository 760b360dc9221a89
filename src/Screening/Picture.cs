namespace Amparo.Screening;

/// <summary>The elements' states and the age: all that the results depend on.</summary>
/// <param name="Act">Whether an act of trafficking is there.</param>
/// <param name="Means">Whether a means of trafficking is there.</param>
/// <param name="Purpose">Whether exploitation is there or intended.</param>
/// <param name="Age">How old the person is.</param>
/// <param name="Smuggling">The least of procurement, irregular entry and benefit: all three are needed.</param>
/// <param name="LabourRights">Whether a right of whoever works is not respected.</param>
/// <param name="OtherCrime">Whether another crime is there.</param>
public sealed record Picture(
    Presence Act, Presence Means, Presence Purpose, AgeGroup Age, Presence Smuggling, Presence LabourRights, Presence OtherCrime)
{
    /// <summary>Whether a means is needed at this age.</summary>
    public MeansNeed MeansNeed => Age switch
    {
        AgeGroup.Adult => MeansNeed.Needed,
        AgeGroup.Unknown => MeansNeed.IfAdult,
        _ => MeansNeed.NotNeeded,
    };

    /// <summary>Act and purpose and (means or under 18), in the logic of <see cref="Presence"/>.</summary>
    /// <remarks>Palermo Protocol, art. 3(a), (c) and (d); Peru, Código Penal, art. 129-A. Consent is not asked: with a means, or under 18, it is void.</remarks>
    public Presence Trafficking => Least(Act, Purpose, MeansOrChild);

    /// <summary>The results in the order of <see cref="Result"/>; never none.</summary>
    public IReadOnlyList<Result> Results()
    {
        var results = new List<Result>();
        if (Trafficking == Presence.Present)
            results.Add(Result.TraffickingLikely);
        else if (IsPossible)
            results.Add(Result.TraffickingPossible);
        if (Smuggling >= Presence.Indicated)
            results.Add(Result.Smuggling);
        if (LabourRights >= Presence.Indicated)
            results.Add(Result.LabourRightsViolation);
        if (OtherCrime >= Presence.Indicated)
            results.Add(Result.OtherCrime);
        if (IsNone)
            results.Add(Result.NoIndication);
        if (results.Count == 0 || (IsOpen && !IsPossible))
            results.Add(Result.InsufficientInformation);
        return results;
    }

    private Presence MeansOrChild => (Presence)Math.Max((int)Means, (int)(MeansNeed switch
    {
        MeansNeed.Needed => Presence.Absent,
        MeansNeed.NotNeeded => Presence.Present,
        _ => Presence.Unknown,
    }));

    // A purpose that is firmly there, or two of the three elements: an act alone is everybody's who takes a job, a means alone is violence.
    private bool IsPossible =>
        Trafficking is not (Presence.Absent or Presence.Present)
        && (Purpose == Presence.Present || new[] { Act, Means, Purpose }.Count(state => state >= Presence.Indicated) >= 2);

    private bool IsOpen => new[] { Act, Purpose, MeansOrChild }.Contains(Presence.Unknown);

    // An act may be there: that somebody was hired, carried or lodged, for no exploitation and without a means, is no indication of anything.
    // An age nobody asked for is a missing answer like any other. A child's trafficking needs no means, but “no indication” rules means out too:
    // else a “yes” to one, taken back as “not known”, would become “none”.
    private bool IsNone =>
        Age != AgeGroup.Unknown
        && Act != Presence.Unknown
        && Purpose == Presence.Absent
        && Means == Presence.Absent
        && (Smuggling, LabourRights, OtherCrime) == (Presence.Absent, Presence.Absent, Presence.Absent);

    private static Presence Least(params ReadOnlySpan<Presence> states)
    {
        var least = Presence.Present;
        foreach (var state in states)
        {
            least = state < least ? state : least;
        }

        return least;
    }
}
