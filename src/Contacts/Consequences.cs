using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>A contact closed as possible trafficking is a confirmed report: three hours run from its opening, unless whoever must be told was told meanwhile.</summary>
internal sealed class ConfirmReport(Db db) : IWhen<ContactClosed>
{
    public async Task<IReadOnlyList<IEvent>> WhenAsync(ContactClosed happened, CancellationToken cancel)
    {
        if (!happened.CountsAsReport)
            return [];
        var contact = await db.Contacts.Where(c => c.Id == happened.Contact).OrMissingAsync(cancel);
        return [new ReportConfirmed(contact.Id, contact.OpenedAt)];
    }
}

/// <summary>The first time somebody under 18 is said to be there, the child protection clock starts.</summary>
internal sealed class NoticeChild(Db db) : IWhen<AccountTaken>
{
    public async Task<IReadOnlyList<IEvent>> WhenAsync(AccountTaken happened, CancellationToken cancel)
    {
        if (happened.Children != Answer.Yes)
            return [];
        var known = await db.Audit.AnyAsync(e => e.About == happened.Contact.Value && e.Event == "contact.child-at-risk", cancel);
        return known ? [] : [new ChildAtRisk(happened.Contact)];
    }
}
