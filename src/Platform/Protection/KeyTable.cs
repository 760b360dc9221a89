using System.Security.Cryptography;
using System.Xml.Linq;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Keeps the key ring in the database, so that every node has it and every back-up holds it, wrapped.</summary>
internal sealed class KeyTable(IServiceScopeFactory scopes, MasterKeyWrap wrap, TimeProvider clock) : IXmlRepository
{
    private const string Prefix = "ring-";
    private const string KeyPrefix = "ring-key-";

    /// <summary>Under which name the table holds what the framework calls so.</summary>
    public static string NameOf(string friendlyName) => Prefix + friendlyName;

    public IReadOnlyCollection<XElement> GetAllElements() => In(db => Ring(db).AsEnumerable().Select(k => XElement.Parse(k.Xml)).ToList());

    public void StoreElement(XElement element, string friendlyName) => In(db =>
    {
        RefuseStrange(db);
        db.Add(new StoredKey { Name = NameOf(friendlyName), Xml = element.ToString(SaveOptions.DisableFormatting), At = clock.GetUtcNow() });
        db.KeepAsync(CancellationToken.None).GetAwaiter().GetResult();
        return true;
    });

    /// <summary>Whether any node has stored this key of the ring.</summary>
    public bool Has(Guid key) => In(db => Ring(db).Any(k => k.Name == $"{KeyPrefix}{key:D}"));

    /// <summary>The keys of the ring that any node has stored.</summary>
    public async Task<IReadOnlyList<Guid>> KeysAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = await Ring(scope.ServiceProvider.GetRequiredService<Db>()).Select(k => k.Name).ToListAsync(cancel);
        return [.. names.Where(n => n.StartsWith(KeyPrefix, StringComparison.Ordinal))
            .Select(n => Guid.TryParse(n.AsSpan(KeyPrefix.Length), out var id) ? id : default)
            .Where(id => id != default)];
    }

    // A node with a wrong master key would make a key of its own and seal under it what no other node can ever open.
    private void RefuseStrange(Db db)
    {
        var keys = Ring(db).ToList();
        if (keys.Count > 0 && !keys.Exists(k => k.OpensWith(wrap)))
            throw new CryptographicException("The keys in the database are under another master key.");
    }

    private static IQueryable<StoredKey> Ring(Db db) => db.Set<StoredKey>().AsNoTracking().Where(k => k.Name.StartsWith(Prefix));

    private T In<T>(Func<Db, T> work)
    {
        using var scope = scopes.CreateScope();
        return work(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
