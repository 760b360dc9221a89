using Amparo.Statistics.Disclosure.Synthesis;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Disclosure.Synthesis;

/// <summary>Made-up people with ties that are known.</summary>
internal static class Made
{
    /// <summary>Four columns: the second follows the first in most records, the third is rare, the fourth has no ties.</summary>
    public static CodedRecords People(int count, long seed)
    {
        var random = new RandomStream(seed, 0);
        ushort[][] columns = [new ushort[count], new ushort[count], new ushort[count], new ushort[count]];
        for (var i = 0; i < count; i++)
        {
            columns[0][i] = (ushort)random.Below(4);
            columns[1][i] = random.Below(10) < 8 ? columns[0][i] : (ushort)random.Below(4);
            columns[2][i] = (ushort)(random.Below(25) == 0 ? 1 : 0);
            columns[3][i] = (ushort)random.Below(3);
        }

        return new CodedRecords(Codebook(4, 4, 2, 3), columns);
    }

    /// <summary>Columns a, b, c … with values 0, 1, 2 …</summary>
    public static Codebook Codebook(params int[] sizes) =>
        new([.. sizes.Select((size, column) => ($"{(char)('a' + column)}", (IReadOnlyList<string>)[.. Enumerable.Range(0, size).Select(value => $"{value}")]))]);

    /// <summary>Mean total variation distance of all tables of so many columns.</summary>
    public static double Distance(CodedRecords one, CodedRecords other, int columns) => Choices(one.Codebook.Names.Count, columns)
        .Average(chosen => one.Margin(chosen).Zip(other.Margin(chosen)).Sum(pair => double.Abs((double)pair.First / one.Count - (double)pair.Second / other.Count)) / 2);

    private static IEnumerable<int[]> Choices(int columns, int length) => length == 0
        ? [[]] : Choices(columns, length - 1).SelectMany(choice => Enumerable.Range(choice.Length == 0 ? 0 : choice[^1] + 1, columns - (choice.Length == 0 ? 0 : choice[^1] + 1)).Select(next => (int[])[.. choice, next]));
}
