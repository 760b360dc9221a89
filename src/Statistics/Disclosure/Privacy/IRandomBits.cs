namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>Where noise comes from: a secret source for what is released, a seeded one for tests and benches.</summary>
public interface IRandomBits
{
    /// <summary>64 independent fair bits.</summary>
    ulong Next();
}
