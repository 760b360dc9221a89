using System.Globalization;
using Amparo.Statistics.Disclosure.Synthesis;

namespace Amparo.StatisticsBench;

/// <summary>How near made-up records are to the people's, over all tables of one, two and three columns; means of what is added.</summary>
internal sealed class SynthesisScore(CodedRecords people)
{
    private const int Longest = 3;
    private readonly double[] _distance = new double[Longest + 1];
    private readonly double[] _error = new double[Longest + 1];
    private double _leftOut;
    private double _madeUp;
    private int _added;

    public string Distances => Text(_distance, "0.0000");

    public string Errors => Text(_error, "0.00");

    // Of all that people (or made-up records) have of three values, the share whose combination the others lack.
    public string Combinations => string.Create(CultureInfo.InvariantCulture, $"{_leftOut / _added:P1} / {_madeUp / _added:P1}");

    public void Add(CodedRecords made)
    {
        _added++;
        for (var length = 1; length <= Longest; length++)
        {
            var tables = Choices(made.Columns.Count, length).ToList();
            var (distance, error, both, leftOut, truth, madeUp, shown) = (0.0, 0L, 0, 0L, 0L, 0L, 0L);
            foreach (var columns in tables)
            {
                var (expected, seen) = (people.Margin(columns), made.Margin(columns));
                for (var cell = 0; cell < expected.Length; cell++)
                {
                    distance += double.Abs((double)expected[cell] / people.Count - (double)seen[cell] / made.Count) / 2 / tables.Count;
                    if ((expected[cell] | seen[cell]) == 0 || HoldsBlank(columns, cell))
                        continue;
                    (truth, shown) = (truth + expected[cell], shown + seen[cell]);
                    if (seen[cell] == 0)
                        leftOut += expected[cell];
                    else if (expected[cell] == 0)
                        madeUp += seen[cell];
                    else
                        (both, error) = (both + 1, error + int.Abs(expected[cell] - seen[cell]));
                }
            }

            _distance[length] += distance;
            _error[length] += (double)error / both;
            if (length == Longest)
                (_leftOut, _madeUp) = (_leftOut + (double)leftOut / truth, _madeUp + (double)madeUp / shown);
        }
    }

    // An empty value joins no combination that is counted, as in the references.
    private bool HoldsBlank(int[] columns, int cell)
    {
        foreach (var column in columns.Reverse())
        {
            var values = people.Codebook.Values[column];
            if (values[cell % values.Count].Length == 0)
                return true;
            cell /= values.Count;
        }

        return false;
    }

    private string Text(double[] sums, string format) =>
        string.Join(" / ", sums.Skip(1).Select(sum => (sum / _added).ToString(format, CultureInfo.InvariantCulture)));

    private static IEnumerable<int[]> Choices(int columns, int length) => length == 0
        ? [[]] : Choices(columns, length - 1).SelectMany(choice => Enumerable.Range(choice.Length == 0 ? 0 : choice[^1] + 1, columns - (choice.Length == 0 ? 0 : choice[^1] + 1)).Select(next => (int[])[.. choice, next]));
}
