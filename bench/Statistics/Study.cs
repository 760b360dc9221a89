namespace Amparo.StatisticsBench;

/// <param name="Usage">The name first, then its arguments.</param>
internal sealed record Study(string Usage, Action Run)
{
    public string Name => Usage.Split(' ')[0];
}
