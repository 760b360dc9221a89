using System.Text;

namespace Amparo.Statistics.MultipleSystems.Files;

/// <summary>One line of a CSV file.</summary>
internal static class CsvLine
{
    /// <summary>The cells, without quotes and without blanks around them.</summary>
    public static IEnumerable<string> Split(string line, char separator, int number)
    {
        var cell = new StringBuilder();
        var (isQuoted, opened) = (false, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[++i]);
            else if (line[i] == '"')
                (isQuoted, opened) = (!isQuoted, i + 1);
            else if (line[i] == separator && !isQuoted)
            {
                yield return cell.ToString().Trim();
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }

        if (isQuoted)
            throw new TableFault(number, 0, $"The quote at its character {opened} is never closed. Close it.");
        yield return cell.ToString().Trim();
    }

    /// <summary>A cell as it is written: in quotes where it holds what would part it.</summary>
    public static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
