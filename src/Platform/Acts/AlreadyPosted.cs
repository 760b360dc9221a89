namespace Amparo.Platform.Acts;

/// <summary>The same form was carried out before, or is being carried out at this moment.</summary>
public sealed class AlreadyPosted() : Exception("This form was carried out before.");
