namespace Amparo;

internal static class Permission
{
    public const string SeeBoard = "board.see";
    public const string SeeAudit = "audit.see";
}
