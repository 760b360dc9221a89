namespace Amparo.Platform.Permissions;

/// <summary>What a person is in their agency. A role permits acts; it never opens a record by itself.</summary>
public static class Role
{
    public const string Operator = "operator";
    public const string Supervisor = "supervisor";
    public const string CaseWorker = "case-worker";
    public const string Liaison = "liaison";
    public const string Consul = "consul";
    public const string Trainer = "trainer";
    public const string Learner = "learner";
    public const string Communicator = "communicator";
    public const string PolicyMonitor = "policy-monitor";
    public const string Analyst = "analyst";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } =
        [Operator, Supervisor, CaseWorker, Liaison, Consul, Trainer, Learner, Communicator, PolicyMonitor, Analyst, Auditor, Administrator];
}
