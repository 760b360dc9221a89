using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Amparo.Platform.Data;

/// <summary>A short list of codes in one column, for lists that are read whole and never searched.</summary>
public sealed class CodeListText() : ValueConverter<IReadOnlyList<Code>, string>(codes => string.Join(' ', codes), text => Read(text))
{
    public static ValueComparer<IReadOnlyList<Code>> Comparer { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        codes => codes.Aggregate(0, (hash, code) => HashCode.Combine(hash, code)),
        codes => codes.ToArray());

    private static IReadOnlyList<Code> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new Code(code))];
}
