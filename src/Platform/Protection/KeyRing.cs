using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>The keys that seal fields and cookies, as this node knows them.</summary>
/// <remarks>The framework looks at its ring once a day. A key that another node made must open at once, and after a rotation every node
/// must soon seal with the new one: so the framework's ring is put together anew whenever the table holds a key it does not know.</remarks>
internal sealed class KeyRing(KeyTable table, MasterKeyWrap wrap, TimeProvider clock) : IDataProtectionProvider
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly Lock _gate = new();
    private volatile RingState? _state;

    public IDataProtector CreateProtector(string purpose) => new RingProtector(this, null, purpose);

    /// <summary>The ring as it was last read.</summary>
    public RingState State => _state ?? ReadOnce(state => state is not null);

    /// <summary>The ring with the key in it, if there is such a key anywhere.</summary>
    public RingState Knowing(Guid? key)
    {
        var state = State;
        return key is not { } id || state.Keys.Contains(id) || !table.Has(id) ? state : ReadOnce(now => now?.Keys.Contains(id) == true);
    }

    /// <summary>Reads the keys again.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The master key of this node does not open them; what was known stays in use.</exception>
    public RingState Renew()
    {
        lock (_gate)
        {
            var services = Build(table);
            var keys = services.GetRequiredService<IKeyManager>().GetAllKeys().Select(k => k.KeyId).ToHashSet();
            var provider = services.GetRequiredService<IDataProtectionProvider>();
            // A ring that cannot seal must not take the place of one that can. It may also make its first key here.
            keys.Add(CipherHead.KeyOf(provider.CreateProtector("amparo.probe").Protect([]))!.Value);
            return _state = new RingState(provider, keys);
        }
    }

    /// <summary>Looks whether another node has stored a key, and takes it in.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        if (_state is { } state && (await table.KeysAsync(cancel)).Any(key => !state.Keys.Contains(key)))
            Renew();
    }

    /// <summary>A new key that is the newest from the moment it is saved.</summary>
    public StoredKey MakeKey()
    {
        var made = new Made();
        // The framework reads the machine's clock, so its dates must be of that clock.
        var now = TimeProvider.System.GetUtcNow();
        Build(made).GetRequiredService<IKeyManager>().CreateNewKey(now, now + Lifetime);
        return new StoredKey { Name = KeyTable.NameOf(made.Name), Xml = made.Xml, At = clock.GetUtcNow() };
    }

    /// <summary>How the program seals, whoever keeps the keys.</summary>
    public static void Configure(IServiceCollection services, Action<KeyManagementOptions, IServiceProvider> keep)
    {
        services.AddDataProtection().SetApplicationName("amparo").UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration
        {
            EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
        });
        services.AddOptions<KeyManagementOptions>().Configure(keep);
    }

    // Of many that need the same news at once, one reads.
    private RingState ReadOnce(Func<RingState?, bool> suffices)
    {
        lock (_gate)
            return suffices(_state) ? _state! : Renew();
    }

    private ServiceProvider Build(IXmlRepository repository)
    {
        var services = new ServiceCollection();
        services.AddSingleton(wrap);
        Configure(services, (options, _) => (options.XmlRepository, options.XmlEncryptor) = (repository, wrap));
        return services.BuildServiceProvider();
    }

    private sealed class Made : IXmlRepository
    {
        public string Name { get; private set; } = "";

        public string Xml { get; private set; } = "";

        public IReadOnlyCollection<XElement> GetAllElements() => [];

        public void StoreElement(XElement element, string friendlyName) => (Name, Xml) = (friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }
}

/// <summary>The framework's ring at one moment, and the keys in it.</summary>
internal sealed record RingState(IDataProtectionProvider Provider, IReadOnlySet<Guid> Keys);
