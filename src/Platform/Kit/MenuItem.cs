namespace Amparo.Platform.Kit;

/// <summary>An entry of the main menu; the text is a key.</summary>
public sealed record MenuItem(string Text, string Url, string Permission, int Order);
