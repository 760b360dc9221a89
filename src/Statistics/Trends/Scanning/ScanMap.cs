namespace Amparo.Statistics.Trends.Scanning;

/// <summary>Cases by place and time, and who could have been one.</summary>
public sealed class ScanMap
{
    /// <param name="places">Two or more.</param>
    /// <param name="times">How many times: days, weeks, years; 1 where nothing is known of time.</param>
    /// <param name="cases">Place by place, each with its times in order: places × times, each 0 or more.</param>
    /// <param name="population">In the same order, or one for each place that holds at all times; none for the permutation model. 0 or more.</param>
    /// <param name="isGlobe">Whether places are longitudes and latitudes, and distances kilometres.</param>
    /// <exception cref="ArgumentException">Lengths that do not fit, numbers out of their range, no case, or cases where nobody lives.</exception>
    public ScanMap(IReadOnlyList<Place> places, int times, IReadOnlyList<int> cases, IReadOnlyList<double>? population = null, bool isGlobe = false)
    {
        if (places.Count < 2 || times < 1 || cases.Count != places.Count * times)
            throw new ArgumentException("A map has two places or more, one time or more, and cases for each place at each time.", nameof(cases));
        if (places.FirstOrDefault(place => !double.IsFinite(place.X) || !double.IsFinite(place.Y) || (isGlobe && (double.Abs(place.Y) > 90 || double.Abs(place.X) > 180))) is { } lost)
            throw new ArgumentException($"{lost.Name} lies nowhere: {(isGlobe ? "a latitude lies from -90 to 90, a longitude from -180 to 180" : "coordinates are numbers")}.", nameof(places));
        if (population is not null && ((population.Count != places.Count && population.Count != cases.Count) || population.Any(people => !(people >= 0 && double.IsFinite(people)))))
            throw new ArgumentException("Population is 0 or more, for each place, or for each place at each time.", nameof(population));
        var sum = cases.Sum(count => count >= 0 ? (long)count : throw new ArgumentException("Cases are 0 or more.", nameof(cases)));
        if (sum is 0 or > MostCases)
            throw new ArgumentException(sum == 0 ? "The map holds no case." : $"The map holds {sum:N0} cases; at most {MostCases:N0} are scanned.", nameof(cases));
        (Places, Times, Cases, Population, IsGlobe, Total) = (places, times, [.. cases], population?.ToArray(), isGlobe, (int)sum);
        for (var cell = 0; population is not null && cell < Cases.Length; cell++)
        {
            if (Cases[cell] > 0 && PeopleAt(cell) == 0)
                throw new ArgumentException($"{places[cell / times].Name} has cases and no population. Give it people, or leave it out.", nameof(population));
        }
    }

    /// <summary>The most cases that are scanned: above, single precision would not count them.</summary>
    public const int MostCases = 10_000_000;

    /// <summary>In the order of all that is by place.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>How many times there are.</summary>
    public int Times { get; }

    /// <summary>Whether distances are kilometres on the globe.</summary>
    public bool IsGlobe { get; }

    /// <summary>All cases.</summary>
    public int Total { get; }

    internal int[] Cases { get; }

    internal double[]? Population { get; }

    /// <summary>Whether the population of places changes from time to time.</summary>
    internal bool IsPopulationByTime => Times > 1 && Population?.Length == Cases.Length;

    internal double PeopleAt(int cell) => Population!.Length == Cases.Length ? Population[cell] : Population[cell / Times];

    /// <summary>How far two places are apart: kilometres on a globe of 6,367 km (haversine), else the unit of the map.</summary>
    internal double Distance(int one, int other)
    {
        var (a, b) = (Places[one], Places[other]);
        if (!IsGlobe)
            return double.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
        var (up, along) = (double.SinPi((a.Y - b.Y) / 360), double.SinPi((a.X - b.X) / 360));
        return 2 * 6367 * double.Asin(double.Sqrt(double.Min(1, up * up + double.CosPi(a.Y / 180) * double.CosPi(b.Y / 180) * along * along)));
    }
}
