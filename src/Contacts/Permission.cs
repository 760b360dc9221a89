namespace Amparo.Contacts;

/// <summary>The acts of the line. Seeing a contact also needs a tie: one's own agency took it.</summary>
public static class Permission
{
    public const string SeeContacts = "contacts.see";
    public const string OpenContact = "contacts.open";
    public const string CheckSafety = "contacts.check-safety";
    public const string TakeAccount = "contacts.take-account";
    public const string ScreenContact = "contacts.screen";
    public const string LocateContact = "contacts.locate";
    public const string DeclareDanger = "contacts.declare-danger";
    public const string CloseContact = "contacts.close";
    public const string ReopenContact = "contacts.reopen";
    public const string MakeReturnSecret = "contacts.make-return-secret";
    public const string LinkContact = "contacts.link";
    public const string PlanFollowUp = "contacts.plan-follow-up";
}
