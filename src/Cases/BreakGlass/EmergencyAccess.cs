using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Cases.BreakGlass;

/// <summary>The glass broken: somebody without a tie reads one case for a while, and somebody else looks at why.</summary>
public sealed class EmergencyAccess : IVersioned
{
    /// <summary>For which each reading through it is recorded.</summary>
    public static readonly Code Purpose = new("break-glass");

    private EmergencyAccess()
    {
    }

    public EmergencyAccessId Id { get; private init; } = EmergencyAccessId.New();

    public CaseId Case { get; private init; }

    public UserId By { get; private init; }

    public AgencyId Agency { get; private init; }

    public Code Reason { get; private init; }

    /// <summary>The reason in words.</summary>
    public Sealed Words { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool? Justified { get; private set; }

    public UserId? ReviewedBy { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>What the review found, in words.</summary>
    public Sealed Finding { get; private set; }

    public int Version { get; private init; } = 1;

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    internal static (EmergencyAccess Access, GlassBroken Broken) Open(
        CaseId @case, Viewer by, AccessReason reason, string? words, DateTimeOffset expires, Seals seals, DateTimeOffset now)
    {
        reason.RefuseWithout(words);
        var id = EmergencyAccessId.New();
        var access = new EmergencyAccess
        {
            Id = id,
            Case = @case,
            By = by.User!.Value,
            Agency = by.Agency!.Value,
            Reason = new Code(reason.Code),
            Words = seals.Seal(id, nameof(Words), words),
            OpenedAt = now,
            ExpiresAt = expires,
        };
        return (access, new GlassBroken(id, @case, access.Reason, expires));
    }

    internal EmergencyAccessEnded End(DateTimeOffset now)
    {
        if (!IsOpen(now))
            throw new Refused("glass.over");
        EndedAt = now;
        return new EmergencyAccessEnded(Id, Case);
    }

    /// <summary>Somebody else says whether it was right. What was not, is over at once.</summary>
    internal EmergencyAccessReviewed Review(Viewer by, bool justified, string? finding, Seals seals, DateTimeOffset now)
    {
        if (by.User == By)
            throw new Refused("glass.review.own");
        if (ReviewedAt is not null)
            throw new Refused("glass.review.already");
        if (!justified && string.IsNullOrWhiteSpace(finding))
            throw new Refused("glass.review.words-missing");
        (Justified, ReviewedBy, ReviewedAt) = (justified, by.User, now);
        Finding = seals.Seal(Id, nameof(Finding), finding);
        if (!justified && IsOpen(now))
            EndedAt = now;
        return new EmergencyAccessReviewed(Id, Case, justified);
    }
}
