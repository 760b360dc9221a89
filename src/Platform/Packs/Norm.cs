namespace Amparo.Platform.Packs;

/// <summary>The rule a figure rests on, if there is one, and whether somebody has read it there.</summary>
public sealed record Norm(string? Text, bool Confirmed, Label? Note = null);
