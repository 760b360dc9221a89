using System.Runtime.InteropServices;
using Amparo.Statistics.Linkage.Comparing;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>Which records share a key. A key that too many share is split by year of birth; what is too large even then is passed over and counted.</summary>
internal sealed class BlockingIndex : ICandidateFinder
{
    /// <summary>The most records under one key.</summary>
    public const int Most = 100;

    private const ulong Split = 0xD6E8_FEB8_6659_FD93;
    private readonly RecordCoder _coder;
    private readonly Dictionary<ulong, int> _groups = [];
    private readonly List<int> _begins = [0];
    private readonly int[] _members;
    private readonly HashSet<ulong> _split;
    private readonly BlockingKeys _keys;

    public BlockingIndex(RecordCoder coder, object?[][] codes, Running running)
    {
        (_coder, _keys) = (coder, new BlockingKeys(coder));
        var keys = new BlockingKey[codes.Length][];
        running.Each(codes.Length, () => new List<BlockingKey>(), (record, desk) =>
        {
            _keys.Of(codes[record], desk);
            keys[record] = [.. desk];
        });
        Dictionary<ulong, int> sizes = [];
        foreach (var key in keys.SelectMany(own => own))
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, key.Hash, out _)++;
        List<ulong> hashes = [];
        List<int> members = [];
        for (var record = 0; record < codes.Length; record++)
        {
            foreach (var key in keys[record].Where(key => sizes[key.Hash] > 1))
            {
                if (sizes[key.Hash] <= Most)
                    Add(key.Hash, record);
                else
                {
                    foreach (var year in Years(codes[record]))
                        Add(Refined(key.Hash, year), record);
                }
            }
        }

        _split = [.. sizes.Where(size => size.Value > Most).Select(size => size.Key)];
        _members = [.. members];
        Group([.. hashes]);

        void Add(ulong hash, int record)
        {
            hashes.Add(hash);
            members.Add(record);
        }
    }

    public IReadOnlyList<string> Rules => _keys.Rules;

    public int PassedOver { get; private set; }

    public void Find(object?[] code, int below, BlockingDesk desk, Action<int, int> found)
    {
        _keys.Of(code, desk.Keys);
        desk.Begin();
        foreach (var key in desk.Keys)
        {
            if (!_split.Contains(key.Hash))
                Group(key.Hash, key.Rule, below, desk, found);
            else
            {
                foreach (var year in Years(code))
                    Group(Refined(key.Hash, year), key.Rule, below, desk, found);
            }
        }
    }

    private void Group(ulong[] hashes)
    {
        Array.Sort(hashes, _members);
        for (int from = 0, to; from < hashes.Length; from = to)
        {
            for (to = from; to < hashes.Length && hashes[to] == hashes[from];)
                to++;
            Array.Sort(_members, from, to - from);
            _groups.Add(hashes[from], _begins.Count - 1);
            _begins.Add(to);
            if (to - from > Most * 2)
                PassedOver++;
        }
    }

    private void Group(ulong hash, int rule, int below, BlockingDesk desk, Action<int, int> found)
    {
        if (!_groups.TryGetValue(hash, out var group))
            return;
        var (from, to) = (_begins[group], _begins[group + 1]);
        if (to - from > Most * 2)
            return;
        for (var i = from; i < to && _members[i] < below; i++)
        {
            if (desk.IsNew(_members[i]))
                found(_members[i], rule);
        }
    }

    private static ulong Refined(ulong hash, int year) => (hash ^ (ulong)(year + 1)) * Split;

    private IEnumerable<int> Years(object?[] code)
    {
        var (first, last) = _coder.Birth is { } births && code[1] is Birth birth ? births.Years(birth) : (0, 0);
        return Enumerable.Range(first, last - first + 1);
    }
}
