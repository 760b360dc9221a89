using Amparo.Platform.Packs;

namespace Amparo.Cases.Tasks;

/// <summary>What can be asked of somebody in a case.</summary>
internal sealed record TaskAct(string Code, Label Label) : ICoded
{
    public const string File = "cases/task-acts.json";
}

/// <summary>How a task ends: done, or why not.</summary>
internal sealed record TaskResult(string Code, Label Label, bool IsDone) : ICoded
{
    public const string File = "cases/task-results.json";
}
