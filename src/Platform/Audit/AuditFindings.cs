namespace Amparo.Platform.Audit;

/// <summary>Collects findings in constant memory: the first are listed, the rest counted.</summary>
internal sealed class AuditFindings
{
    private readonly List<AuditFinding> _listed = [];

    public IReadOnlyList<AuditFinding> Listed => _listed;

    public long InAll { get; private set; }

    public void Add(AuditFinding finding)
    {
        InAll++;
        if (_listed.Count < AuditReport.MostListed)
            _listed.Add(finding);
    }
}
