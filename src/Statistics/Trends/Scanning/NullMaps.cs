using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>
/// Maps without any cluster: each case falls where the expected say (a multinomial draw), or, in the permutation model, keeps its place and gets the time of
/// another. The same seed and number give the same map.
/// </summary>
internal sealed class NullMaps
{
    private readonly Expectation _expected;
    private readonly AliasTable? _places;
    private readonly AliasTable? _times;
    private readonly AliasTable? _cells;
    private readonly int[] _placeOfCase = [];
    private readonly int[] _timeOfCase = [];

    public NullMaps(ScanMap map, Expectation expected, ScanModel model)
    {
        _expected = expected;
        if (model == ScanModel.Permutation)
        {
            _placeOfCase = [.. map.Cases.SelectMany((count, cell) => Enumerable.Repeat(cell / map.Times, count))];
            _timeOfCase = [.. map.Cases.SelectMany((count, cell) => Enumerable.Repeat(cell % map.Times, count))];
        }
        else if (expected.Cells is { } cells)
            _cells = new AliasTable(cells);
        else
            (_places, _times) = (new AliasTable(expected.ByPlace), new AliasTable(expected.ByTime));
    }

    /// <summary>Room that <see cref="Draw"/> needs beside the map.</summary>
    public int[] Room() => new int[_timeOfCase.Length];

    /// <summary>Fills in a map.</summary>
    /// <param name="random">Where its numbers come from.</param>
    /// <param name="cases">Place by place with its times.</param>
    /// <param name="room">From <see cref="Room"/>.</param>
    public void Draw(RandomStream random, int[] cases, int[] room)
    {
        Array.Clear(cases);
        if (_places is null && _cells is null)
        {
            _timeOfCase.CopyTo(room, 0);
            for (var left = room.Length; left > 0; left--)
            {
                var chosen = random.Below(left);
                cases[_placeOfCase[left - 1] * _expected.Times + room[chosen]]++;
                room[chosen] = room[left - 1];
            }

            return;
        }

        for (var one = 0; one < _expected.Total; one++)
            cases[_cells?.Draw(random) ?? _places!.Draw(random) * _expected.Times + (_expected.Times > 1 ? _times!.Draw(random) : 0)]++;
    }
}
