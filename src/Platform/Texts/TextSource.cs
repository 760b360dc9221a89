using System.Resources;

namespace Amparo.Platform.Texts;

// In a file of its own: the build names Texts.resx after the first type that stands in Texts.cs.

/// <summary>One module's resource files.</summary>
public sealed record TextSource(string Module, ResourceManager Resources);
