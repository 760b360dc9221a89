namespace Amparo.Statistics.Linkage;

/// <summary>Records to be linked, as they were written.</summary>
/// <param name="Columns">The names.</param>
/// <param name="Roles">What each column says; as many.</param>
/// <param name="Rows">The cells of each record; empty is missing.</param>
public sealed record RecordTable(IReadOnlyList<string> Columns, IReadOnlyList<FieldRole> Roles, IReadOnlyList<string[]> Rows)
{
    /// <summary>What a record is called: its column of that role, or its place, from 1.</summary>
    public string IdOf(int record) => Array.IndexOf([.. Roles], FieldRole.Id) is >= 0 and var at ? Rows[record][at] : $"{record + 1}";

    /// <summary>The cells of all columns of one role, with a blank between.</summary>
    internal string Cell(string[] row, FieldRole role)
    {
        var text = "";
        for (var column = 0; column < Roles.Count; column++)
        {
            if (Roles[column] == role && row[column].Length > 0)
                text = text.Length == 0 ? row[column] : $"{text} {row[column]}";
        }

        return text;
    }
}
