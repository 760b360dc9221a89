namespace Amparo.Platform.Audit;

/// <summary>The rows found in a seal's range against the rows the seal lists, so that a difference has a name.</summary>
internal sealed class SealedRows
{
    private readonly Seal _seal;
    private readonly Leaf[] _leaves;
    private readonly Dictionary<Guid, int> _byId;
    private readonly bool[] _seen;
    private readonly MerkleTree _found = new();
    private readonly CanonicalBytes _bytes = new();
    private readonly List<Leaf> _changed = [];
    private readonly Dictionary<long, Leaf> _unknown = [];
    private long _unlisted;

    public SealedRows(Seal seal)
    {
        _seal = seal;
        _leaves = Leaf.Unpack(seal.Leaves);
        _byId = new Dictionary<Guid, int>(_leaves.Length);
        for (var i = 0; i < _leaves.Length; i++)
            _byId.TryAdd(_leaves[i].Id, i);
        _seen = new bool[_leaves.Length];
    }

    /// <summary>Rows that the seal lists and the database holds, changed or not.</summary>
    public long Listed { get; private set; }

    public void Add(AuditEntry row)
    {
        var leaf = Leaf.Of(row, _bytes);
        _found.Add(leaf.Hash);
        if (!_byId.TryGetValue(row.Id, out var i) || _seen[i])
        {
            AddUnknown(leaf);
            return;
        }
        _seen[i] = true;
        Listed++;
        if (!leaf.Hash.AsSpan().SequenceEqual(_leaves[i].Hash))
            _changed.Add(leaf);
    }

    public void Finish(AuditFindings findings)
    {
        var rowsAreSealed = _found.Root().AsSpan().SequenceEqual(_seal.Root);
        if (_leaves.Length != _seal.Count || !MerkleTree.RootOf(_leaves).AsSpan().SequenceEqual(_seal.Root))
            findings.Add(new AuditFinding(
                AuditFault.SealChanged,
                $"Seal {_seal.Number} was changed: its list of rows does not have its root{(rowsAreSealed ? "; the rows themselves do" : "")}.",
                _seal.Number));
        if (rowsAreSealed)
            return;
        foreach (var leaf in _changed)
            Add(findings, AuditFault.RowChanged, leaf, $"Row {leaf.Id} at position {leaf.Position} was changed.");
        for (var i = 0; i < _leaves.Length; i++)
        {
            if (!_seen[i])
                AddLost(findings, _leaves[i]);
        }
        foreach (var leaf in _unknown.Values)
            Add(findings, AuditFault.RowInserted, leaf, $"Row {leaf.Id} at position {leaf.Position} was inserted.");
        if (_unlisted > _unknown.Count)
            findings.Add(new AuditFinding(AuditFault.RowInserted, $"In all, {_unlisted} rows were inserted among those of seal {_seal.Number}.", _seal.Number));
    }

    // A row that has another id at the same place is a changed row, not one gone and one come.
    private void AddLost(AuditFindings findings, Leaf lost)
    {
        if (_unknown.Remove(lost.Position, out var found))
        {
            _unlisted--;
            Add(findings, AuditFault.RowChanged, lost, $"Row {lost.Id} at position {lost.Position} was changed: its id is now {found.Id}.");
        }
        else
        {
            Add(findings, AuditFault.RowMissing, lost, $"Row {lost.Id} at position {lost.Position} is missing.");
        }
    }

    private void AddUnknown(Leaf leaf)
    {
        _unlisted++;
        if (_unknown.Count < AuditReport.MostListed)
            _unknown.TryAdd(leaf.Position, leaf);
    }

    private void Add(AuditFindings findings, AuditFault fault, Leaf leaf, string sentence) =>
        findings.Add(new AuditFinding(fault, sentence, _seal.Number, leaf.Position, leaf.Id));
}
