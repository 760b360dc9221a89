using System.Xml.Linq;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Keeps the key ring in the database, so that every node has it and every back-up holds it, wrapped.</summary>
internal sealed class KeyTable(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return [.. db.Set<StoredKey>().AsNoTracking().Where(k => k.Name.StartsWith("ring-")).AsEnumerable().Select(k => XElement.Parse(k.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new StoredKey { Name = $"ring-{friendlyName}", Xml = element.ToString(SaveOptions.DisableFormatting), At = clock.GetUtcNow() });
        db.KeepAsync(CancellationToken.None).GetAwaiter().GetResult();
    }
}
