using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>Records encoded for a test, with keys that are no secret.</summary>
internal static class Encoded
{
    private static readonly string[] Columns = ["rec_id", "nombres", "apellido paterno", "apellido materno", "fecha de nacimiento", "edad", "sexo", "dni", "telefono", "distrito", "notas"];

    public static EncodingKey Key { get; } = KeyOf(1);

    public static EncodingKey KeyOf(int number) => EncodingKey.Parse(Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7 + number))]));

    /// <summary>A table of lines with the columns above.</summary>
    public static RecordTable Clear(params string[] lines) =>
        new(Columns, [.. Columns.Select(Statistics.Linkage.Files.FieldNames.RoleOf)], [.. lines.Select(line => line.Split(','))]);
}
