namespace Amparo.Platform.Permissions;

/// <summary>Names what acts where no person is signed in (<see cref="Viewer.Via"/>), for timelines and the audit. A module that lets
/// something act registers one.</summary>
public interface IStandIns
{
    /// <summary>Names by id; an unknown id is left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}
