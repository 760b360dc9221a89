using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Mail;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

/// <summary>The glass is broken: the supervisors of the agency that took the case are told at once. The mail names no person, reason or fact.</summary>
internal sealed class TellOfGlass(AccessMail mail) : IAfter<GlassBroken>
{
    public Task AfterAsync(GlassBroken happened, Delivery delivery, CancellationToken cancel) =>
        mail.SendAsync(happened.Access, Role.Supervisor, "mail.glass.subject", cancel);
}

/// <summary>Nobody reviewed it in time: the supervisors are told again, then the auditors, who answer to nobody of the line.</summary>
internal sealed class RemindOfReview(AccessMail mail) : IAfter<ClockEscalated>
{
    public async Task AfterAsync(ClockEscalated happened, Delivery delivery, CancellationToken cancel)
    {
        if (happened.Kind.Value != "emergency-access")
            return;
        var role = happened.To.Value switch { "supervisor" => Role.Supervisor, "auditor" => Role.Auditor, _ => null };
        if (role is not null)
            await mail.SendAsync(new EmergencyAccessId(happened.Record), role, "mail.glass.subject-late", cancel);
    }
}

internal sealed class AccessMail(Db db, IStaff staff, Mailer mail, Texts texts)
{
    public async Task SendAsync(EmergencyAccessId id, string role, string subject, CancellationToken cancel)
    {
        var access = await db.EmergencyAccesses.AsNoTracking().Where(a => a.Id == id).OrMissingAsync(cancel);
        var @case = await db.Cases.AsNoTracking().Include(c => c.Ties).Where(c => c.Id == access.Case).OrMissingAsync(cancel);
        var took = @case.Ties.Single(t => t.Why == Tie.Took).Agency;
        foreach (var member in (await staff.WithRoleAsync(took, role, cancel)).Where(m => m.Id != access.By))
            await mail.SendAsync(member.Mail, texts[subject, @case.Reference], texts["mail.glass.text", mail.Site], cancel);
    }
}
