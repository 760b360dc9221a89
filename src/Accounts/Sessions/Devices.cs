namespace Amparo.Accounts.Sessions;

/// <summary>A coarse guess from what the browser says of itself; the text itself is not kept.</summary>
internal static class Devices
{
    public static Device Of(string userAgent)
    {
        bool Says(string word) => userAgent.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Says("iPad") || Says("Tablet") || (Says("Android") && !Says("Mobile")))
            return Device.Tablet;
        if (Says("Mobile") || Says("iPhone"))
            return Device.Phone;
        return Says("Windows") || Says("Macintosh") || Says("X11") || Says("CrOS") ? Device.Computer : Device.Unknown;
    }
}
