namespace Amparo.Cases;

/// <summary>The acts on cases. Each also needs a tie: one's own agency took the case, or was given a part in it.</summary>
public static class Permission
{
    public const string SeeCases = "cases.see";
    public const string OpenCase = "cases.open";
    public const string PartContact = "cases.part";
    public const string WriteSummary = "cases.summary";
    public const string ChangePeople = "cases.people";
    public const string GiveConsent = "cases.consent";
    public const string WithdrawConsent = "cases.consent-withdraw";
    public const string ScreenPerson = "cases.screen";
    public const string DecideStatus = "cases.status";
    public const string MoveCase = "cases.move";
    public const string AssignCase = "cases.assign";
    public const string GivePart = "cases.parts";
    public const string PlanTask = "cases.tasks";
    public const string FlagCase = "cases.flags";
    public const string ChangePlaces = "cases.places";
    public const string ExportCase = "cases.export";

    /// <summary>Needs no tie: that is what it is for.</summary>
    public const string BreakGlass = "cases.break-glass";
    public const string ReviewAccess = "cases.break-glass.review";
}
