using System.Text;
using Amparo.Statistics.Disclosure.Synthesis;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Disclosure.Files;

/// <summary>Records by a codebook, as CSV: a header and a line for each person.</summary>
public static class RecordsFile
{
    /// <summary>Takes the codebook's columns; others are left out.</summary>
    /// <exception cref="TableFault">A column is missing, or a value is none of the codebook's.</exception>
    public static CodedRecords Read(SheetFile sheet, Codebook codebook)
    {
        int[] places = [.. codebook.Names.Select(sheet.Column)];
        ushort[][] columns = [.. places.Select(_ => new ushort[sheet.Lines.Count])];
        for (var record = 0; record < sheet.Lines.Count; record++)
        {
            var (line, cells) = sheet.Lines[record];
            for (var column = 0; column < places.Length; column++)
            {
                columns[column][record] = codebook.Code(column, cells[places[column]]) is { } code ? (ushort)code : throw new TableFault(line, places[column] + 1,
                    $"{codebook.Names[column]} holds “{cells[places[column]]}”, which the codebook does not know. Add it there, if it may occur, or correct it here.");
            }
        }

        return new CodedRecords(codebook, columns);
    }

    /// <summary>Writes them.</summary>
    public static string Write(CodedRecords records)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', records.Codebook.Names.Select(SheetFile.Quoted)).Append('\n');
        for (var record = 0; record < records.Count; record++)
            text.AppendJoin(',', records.Columns.Select((codes, column) => SheetFile.Quoted(records.Codebook.Values[column][codes[record]]))).Append('\n');
        return text.ToString();
    }
}
