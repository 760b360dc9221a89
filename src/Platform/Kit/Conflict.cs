using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Kit;

/// <summary>Whether the page comes back because somebody else saved meanwhile: its fields then show both what was typed and what was saved.</summary>
public static class Conflict
{
    public static bool IsOn(HttpContext http) => http.Items.ContainsKey(typeof(Conflict));

    internal static void Mark(HttpContext http) => http.Items[typeof(Conflict)] = true;
}
