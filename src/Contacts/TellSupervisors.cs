using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Mail;
using Amparo.Platform.Permissions;

namespace Amparo.Contacts;

/// <summary>A contact's clock runs out (three hours to refer, a child at risk): the line's supervisors are told.</summary>
internal sealed class TellSupervisors(Db db, IStaff staff, Mailer mail, Texts texts) : IAfter<ClockEscalated>
{
    public async Task AfterAsync(ClockEscalated happened, Delivery delivery, CancellationToken cancel)
    {
        if (happened.Kind.Value != "contact")
            return;
        var id = new ContactId(happened.Record);
        var contact = await db.Contacts.Where(c => c.Id == id).OrMissingAsync(cancel);
        foreach (var supervisor in await staff.WithRoleAsync(contact.Agency, Role.Supervisor, cancel))
            await mail.SendAsync(supervisor.Mail, texts["mail.contact-late.subject", contact.Reference], texts["mail.contact-late.text", mail.Site], cancel);
    }
}
