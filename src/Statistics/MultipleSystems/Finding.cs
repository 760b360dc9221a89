namespace Amparo.Statistics.MultipleSystems;

/// <summary>What one method says of one table: a row of the panel.</summary>
/// <param name="Method">The method's short name, as the command takes it.</param>
/// <param name="Version">Rises when the method's figures may change.</param>
public sealed record Finding(string Method, int Version)
{
    /// <summary>What it was told, by name; numbers and texts.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The model it chose, where it chooses one.</summary>
    public string? Model { get; init; }

    /// <summary>The size of the whole population, seen and unseen; nothing where <see cref="Code"/> is above 0.</summary>
    public double? Estimate { get; init; }

    /// <summary>The interval, where one was asked for and could be made.</summary>
    public Interval? Interval { get; init; }

    /// <summary>0 sound; 1 no finite estimate exists; 2 parameters not identifiable; 3 both.</summary>
    public int Code { get; init; }

    /// <summary>Whether the estimate is only a floor, which other methods should lie above.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>What a reader must know, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Further figures by name, such as the BIC or a diagnostic.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Other models that the method weighed, the best first.</summary>
    public IReadOnlyList<WeighedModel> Weighed { get; init; } = [];
}

/// <summary>A model that a method weighed against others.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Estimate">The population under it.</param>
/// <param name="Weight">Its BIC, or its posterior probability.</param>
public sealed record WeighedModel(string Model, double Estimate, double Weight);
