using Microsoft.AspNetCore.DataProtection;

namespace Amparo.Platform.Protection;

/// <summary>Seals and opens for one purpose with the ring as it is now: it may be made once and kept.</summary>
internal sealed class RingProtector(KeyRing ring, RingProtector? parent, string purpose) : IDataProtector
{
    private Made? _made;

    public IDataProtector CreateProtector(string purpose) => new RingProtector(ring, this, purpose);

    public byte[] Protect(byte[] plaintext) => Of(ring.State).Protect(plaintext);

    public byte[] Unprotect(byte[] protectedData) => Of(ring.Knowing(CipherHead.KeyOf(protectedData))).Unprotect(protectedData);

    private IDataProtector Of(RingState state)
    {
        var made = _made;
        if (made?.State != state)
            _made = made = new Made(state, (parent?.Of(state) ?? state.Provider).CreateProtector(purpose));
        return made.Protector;
    }

    private sealed record Made(RingState State, IDataProtector Protector);
}
