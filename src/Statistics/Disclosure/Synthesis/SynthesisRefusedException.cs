namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>There may be no release: too few people, or a δ that would let one of them be told whole. What was asked until then is spent.</summary>
public sealed class SynthesisRefusedException : Exception
{
    /// <summary>Nothing said.</summary>
    public SynthesisRefusedException()
    {
    }

    /// <param name="message">Why.</param>
    public SynthesisRefusedException(string message) : base(message)
    {
    }

    /// <param name="message">Why.</param>
    /// <param name="innerException">What was met.</param>
    public SynthesisRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
