namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>How chances of capture differ: by occasion (t), between individuals (h), after a first capture (b).</summary>
public enum CaptureModel
{
    /// <summary>All alike.</summary>
    M0,

    /// <summary>By occasion.</summary>
    Mt,

    /// <summary>After the first capture; occasions must follow each other in time.</summary>
    Mb,

    /// <summary>Between individuals: only a lower bound is claimed (Chao 1987).</summary>
    MhChao,

    /// <summary>Between individuals: column 2^k - 1 (Rivest and Baillargeon 2007).</summary>
    MhPoisson2,

    /// <summary>Between individuals: column k²/2 (Darroch et al. 1993).</summary>
    MhDarroch,

    /// <summary>Between individuals: column ln(3.5) - ln(3.5 + k).</summary>
    MhGamma,

    /// <summary>By occasion and between individuals: a lower bound (Rivest and Baillargeon 2007).</summary>
    MthChao,

    /// <summary>By occasion and between individuals: column 2^k - 1.</summary>
    MthPoisson2,

    /// <summary>By occasion and between individuals: column k²/2.</summary>
    MthDarroch,

    /// <summary>By occasion and between individuals: column ln(3.5) - ln(3.5 + k).</summary>
    MthGamma,
}
