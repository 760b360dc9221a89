using Amparo.Cases.Places;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

/// <summary>An emergency access as pages tell it: who, why, until when, how much was read, and what somebody else thought of it.</summary>
internal sealed class AccessSheets(Db db, CaseCodes codes, Reveals reveals, IStaff staff, ClockFaces clocks, Viewer viewer, TimeProvider clock)
{
    private static readonly Code Review = new("review");
    private static readonly Code Mandate = new("line-mandate");

    public Task<EmergencyAccess> FindAsync(EmergencyAccessId id, CancellationToken cancel) =>
        db.EmergencyAccesses.VisibleTo(viewer, db.Cases).Where(a => a.Id == id).OrMissingAsync(cancel);

    public Task<EmergencyAccess> FindWatchedAsync(EmergencyAccessId id, CancellationToken cancel) =>
        db.EmergencyAccesses.WatchedBy(viewer, db.Cases).Where(a => a.Id == id).OrMissingAsync(cancel);

    public async Task<AccessSheet> OfAsync(EmergencyAccess access, CancellationToken cancel)
    {
        var names = await staff.FindAsync([access.By, .. access.ReviewedBy is { } reviewer ? [reviewer] : Array.Empty<UserId>()], cancel);
        string? NameOf(UserId? user) => user is { } id ? names.GetValueOrDefault(id)?.Name : null;
        return new AccessSheet(access)
        {
            Case = await db.Cases.Where(c => c.Id == access.Case).Select(c => c.Reference).OrMissingAsync(cancel),
            OpensCase = await db.ReadableCases(viewer, clock.GetUtcNow()).AnyAsync(c => c.Id == access.Case, cancel),
            By = NameOf(access.By),
            ReviewedBy = NameOf(access.ReviewedBy),
            Agency = await db.Agencies.Where(a => a.Id == access.Agency).Select(a => a.Name).OrMissingAsync(cancel),
            Reason = codes.AccessReasons.Name(access.Reason),
            Words = await reveals.RevealAsync(access.Id, nameof(EmergencyAccess.Words), access.Words, Review, Mandate, cancel),
            Finding = await reveals.RevealAsync(access.Id, nameof(EmergencyAccess.Finding), access.Finding, Review, Mandate, cancel),
            Reads = await ReadsAsync(access, cancel),
            Clock = (await clocks.RunningAsync([access.Id.Value], "case.glass-reviewed", cancel)).GetValueOrDefault(access.Id.Value),
        };
    }

    private async Task<int> ReadsAsync(EmergencyAccess access, CancellationToken cancel)
    {
        var (by, people, places) = (access.By.Value, db.People.Where(p => p.Case == access.Case), db.CasePlaces.Where(p => p.Case == access.Case));
        List<Guid> records = [access.Case.Value, .. await people.Select(p => p.Id.Value).ToListAsync(cancel), .. await places.Select(p => p.Id.Value).ToListAsync(cancel)];
        return await db.Audit.CountAsync(e => records.Contains(e.About) && e.By == by && e.Event == "field.read" && e.At >= access.OpenedAt && e.At <= access.ExpiresAt, cancel);
    }
}

internal sealed record AccessSheet(EmergencyAccess Access)
{
    public required string Case { get; init; }

    public required bool OpensCase { get; init; }

    public required string? By { get; init; }

    public required string Agency { get; init; }

    public required string Reason { get; init; }

    public required string? Words { get; init; }

    public required string? ReviewedBy { get; init; }

    public required string? Finding { get; init; }

    public required int Reads { get; init; }

    public required ClockFace? Clock { get; init; }
}

/// <summary>The words of an emergency access are read by who wrote them and by who reviews it.</summary>
internal sealed class EmergencyAccessRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new EmergencyAccessId(record);
        return db.EmergencyAccesses.VisibleTo(viewer, db.Cases).AnyAsync(a => a.Id == id, cancel);
    }
}
