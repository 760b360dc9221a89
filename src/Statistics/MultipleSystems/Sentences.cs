namespace Amparo.Statistics.MultipleSystems;

/// <summary>What the codes mean, for people.</summary>
public static class Sentences
{
    /// <summary>One sentence for a code above 0.</summary>
    public static string OfCode(int code) => code switch
    {
        1 => "No finite estimate exists: the lists overlap too little for the model.",
        2 => "The model has more unknowns than the overlaps can tell.",
        3 => "No finite estimate exists, and the model has more unknowns than the overlaps can tell.",
        _ => "",
    };
}
