namespace Amparo.Platform.Protection;

/// <summary>Opens secrets that the program itself uses: the key by which a code is checked. Only fields that a manifest names as secret
/// (<see cref="Module.Secret{TKind}"/>), so that this is no way around <see cref="Reveals"/>.</summary>
public sealed class Secrets
{
    private readonly Seals _seals;
    private readonly Modules _modules;

    internal Secrets(Seals seals, Modules modules) => (_seals, _modules) = (seals, modules);

    /// <summary>The secret; empty when there is none.</summary>
    public string Open(Subject record, string field, Sealed value) => _modules.Secrets.Contains((record.Kind, field))
        ? _seals.Open(record, field, value)
        : throw new InvalidOperationException($"{record.Kind}.{field} is no secret of any manifest: protected fields are read through Reveals.");
}
