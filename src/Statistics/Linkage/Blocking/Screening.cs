using System.Numerics;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Linkage.Encoding.Kernels;

namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>
/// Which encoded records are worth comparing: of two, one must share a good part of its bits with the other. Every record is looked at, by a kernel that reads whole
/// records at memory's pace: so nothing is lost for want of a key in common, and no keys need to leave the agency, which would tell more than the encodings do.
/// </summary>
internal sealed class Screening : ICandidateFinder
{
    private const int Block = 2048;
    private const int WordsOfField = 4;

    // The share of bits, in twentieths.
    private const int Needed = 11;
    private const int Of = 20;
    private readonly RecordCoder _coder;
    private readonly int _words;
    private readonly ulong[] _rows;
    private readonly ushort[] _bits;

    public Screening(RecordCoder coder, object?[][] codes)
    {
        _coder = coder;
        _words = int.Min(SharedBits.MostWords / WordsOfField, 3 + coder.Comparisons.Count(IsTelling)) * WordsOfField;
        (_rows, _bits) = (new ulong[codes.Length * _words], new ushort[codes.Length]);
        for (var record = 0; record < codes.Length; record++)
            _bits[record] = (ushort)Write(codes[record], _rows.AsSpan(record * _words, _words));
    }

    public IReadOnlyList<string> Rules => ["all pairs, screened by their bits"];

    public int PassedOver => 0;

    public void Find(object?[] code, int below, BlockingDesk desk, Action<int, int> found)
    {
        Span<ulong> own = stackalloc ulong[SharedBits.MostWords];
        Span<ushort> shared = stackalloc ushort[Block];
        own = own[.._words];
        var bits = Write(code, own);
        for (var from = 0; from < below; from += Block)
        {
            var block = shared[..int.Min(Block, below - from)];
            SharedBits.Count(own, _rows.AsSpan(from * _words, block.Length * _words), block);
            for (var i = 0; i < block.Length; i++)
            {
                if (block[i] * Of >= int.Min(bits, _bits[from + i]) * Needed)
                    found(from + i, 0);
            }
        }
    }

    // Given names one over the other, then surnames, birth, and each value that few share: a sex or a region would only bring strangers together.
    private int Write(object?[] code, Span<ulong> row)
    {
        row.Clear();
        if (code[0] is Names names)
        {
            foreach (var word in names.Given)
                Add(word, row);
            Add(names.First, row[WordsOfField..]);
            Add(names.Second, row[WordsOfField..]);
        }

        var at = 3 * WordsOfField;
        for (var i = 1; i < code.Length; i++)
        {
            if (code[i] is EncodedBirth birth)
                Add(birth.Date ?? birth.Year, row[(2 * WordsOfField)..]);
            if (!IsTelling(_coder.Comparisons[i]) || at == row.Length)
                continue;
            Add(code[i] as Term, row[at..]);
            at += WordsOfField;
        }

        var bits = 0;
        foreach (var word in row)
            bits += BitOperations.PopCount(word);
        return bits;
    }

    private static bool IsTelling(IComparison comparison) => comparison is ValueComparison value && (value.IsSelective || value.Role is FieldRole.Document or FieldRole.Phone or FieldRole.Email);

    private static void Add(Term? term, Span<ulong> row)
    {
        if (term is null)
            return;
        var words = term.Filter!.Words;
        for (var word = 0; word < words.Length; word++)
            row[word] |= words[word];
    }
}
