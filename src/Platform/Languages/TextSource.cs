using System.Resources;

namespace Amparo.Platform.Languages;

/// <summary>One module's resource files.</summary>
public sealed record TextSource(string Module, ResourceManager Resources);
