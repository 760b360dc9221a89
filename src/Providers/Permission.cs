namespace Amparo.Providers;

/// <summary>The acts of the directory. Changing who is on duty also needs a tie: one's own office, or one's own agency for its administrators.</summary>
public static class Permission
{
    public const string SeeProviders = "providers.see";
    public const string ChangeDuty = "providers.change-duty";
}
