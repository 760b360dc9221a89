using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Tasks;

public sealed record TaskAdded(CaseTaskId Task, CaseId Case, [property: CodeOf(TaskAct.File)] Code Act, UserId For, DateTimeOffset Due) : IEvent
{
    public Subject About => Task;

    public Subject? Under => Case;
}

/// <summary>A task was done, or it was said why not.</summary>
public sealed record TaskFinished(CaseTaskId Task, CaseId Case, [property: CodeOf(TaskResult.File)] Code Result, bool Done) : IEvent
{
    public Subject About => Task;

    public Subject? Under => Case;
}
