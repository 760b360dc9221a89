using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Cases.Tasks;

/// <summary>Something to be done in a case, by somebody, by a day.</summary>
public sealed class CaseTask : IVersioned
{
    private CaseTask()
    {
    }

    public CaseTaskId Id { get; private init; } = CaseTaskId.New();

    public CaseId Case { get; private init; }

    public Code Act { get; private init; }

    public UserId For { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    /// <summary>What exactly, and what whoever does it must know.</summary>
    public Sealed Words { get; private init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Done, or why not.</summary>
    public Code? Result { get; private set; }

    public int Version { get; private init; } = 1;

    internal static (CaseTask Task, TaskAdded Added) Add(Case @case, Code act, UserId @for, DateTimeOffset due, string? words, Seals seals, DateTimeOffset now)
    {
        @case.RefuseClosed();
        if (due < now)
            throw new Refused("task.past");
        var id = CaseTaskId.New();
        var task = new CaseTask { Id = id, Case = @case.Id, Act = act, For = @for, DueAt = due, Words = seals.Seal(id, nameof(Words), words) };
        return (task, new TaskAdded(id, @case.Id, act, @for, due));
    }

    /// <remarks>Also in a closed case: what was left open is told to its end.</remarks>
    internal TaskFinished Finish(TaskResult result, DateTimeOffset now)
    {
        if (FinishedAt is not null)
            throw new Refused("task.finished-already");
        (FinishedAt, Result) = (now, new Code(result.Code));
        return new TaskFinished(Id, Case, Result.Value, result.IsDone);
    }
}
