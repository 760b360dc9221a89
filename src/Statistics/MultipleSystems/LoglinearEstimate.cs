namespace Amparo.Statistics.MultipleSystems;

/// <summary>One model fitted to one table.</summary>
/// <param name="Model">The model.</param>
/// <param name="Code">0 sound; 1 no finite estimate exists; 2 parameters are not identifiable; 3 both. Above 0 every figure is not-a-number.</param>
/// <param name="Population">n + exp(α_∅): the seen and the unseen, in cases.</param>
/// <param name="StandardErrorOfLogUnseen">The standard error of α_∅ if the model is taken as given.</param>
/// <param name="LogLikelihood">Poisson, with the term -ln N! of each cell.</param>
/// <param name="Bic">p ln(n) - 2ℓ with n the cases seen, not the cells (Chan, Silverman and Vincent 2021).</param>
/// <param name="Seen">n.</param>
public sealed record LoglinearEstimate(
    LoglinearModel Model, int Code, double Population, double StandardErrorOfLogUnseen, double LogLikelihood, double Bic, int Seen)
{
    /// <summary>n + exp(α_∅ ± z·se): holds only if nobody chose the model by looking at the data, so it is too narrow after a selection.</summary>
    /// <param name="level">Such as 0.95.</param>
    public Interval GivenTheModel(double level)
    {
        var spread = Numerics.Elementary.Exp(Numerics.Normal.Quantile(0.5 + level / 2) * StandardErrorOfLogUnseen);
        return new Interval(Seen + (Population - Seen) / spread, Seen + (Population - Seen) * spread, level, "Wald, the model taken as given");
    }
}
