using Amparo.Platform.Data;

namespace Amparo.Platform.Backup;

/// <summary>How one kind of database is copied out and in.</summary>
internal interface IBackupStore
{
    string Name { get; }

    /// <summary>Copies the database, while it is used, to <paramref name="file"/>, and counts what the copy holds.</summary>
    Task<Contents> CopyAsync(DatabaseAddress from, string file, CancellationToken cancel);

    /// <summary>An address beside <paramref name="target"/> to restore into before anything is put in its place.</summary>
    DatabaseAddress Beside(DatabaseAddress target);

    /// <summary>Makes a database at <paramref name="target"/>, which does not exist, from a copy, and checks that it is whole.</summary>
    Task LoadAsync(string file, DatabaseAddress target, CancellationToken cancel);

    Task<bool> ExistsAsync(DatabaseAddress target, CancellationToken cancel);

    /// <summary>Puts a restored database in the target's place; one that is there already is kept under another name, which is returned.</summary>
    Task<string?> PutInPlaceAsync(DatabaseAddress restored, DatabaseAddress target, string suffix, CancellationToken cancel);

    Task DropAsync(DatabaseAddress target, CancellationToken cancel);
}
