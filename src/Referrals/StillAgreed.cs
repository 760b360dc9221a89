using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>What a receiver may still read of what was shared with them: consent that ended closes it, wherever it is shown.</summary>
internal sealed class StillAgreed(Db db, ReferralCodes codes, Handover handover, ConsentLedger ledger, Viewer viewer)
{
    /// <param name="referral">With what was shared of people.</param>
    public async Task<Agreed> OfAsync(Referral referral, CancellationToken cancel)
    {
        if (referral.From == viewer.Agency && viewer.Pass is null)
            return Agreed.Everything;
        var caller = await db.Contacts.AsNoTracking().Where(c => c.Id == referral.Contact).OrMissingAsync(cancel);
        var people = referral.OfPeople.Select(f => f.Person).Distinct().ToList();
        // A basis that a newer pack has dropped is read as narrowly as consent.
        var byConsent = codes.Bases.Find(referral.Basis)?.NeedsConsent ?? true;
        var fields = byConsent && people.Count > 0 ? await ledger.FieldsAsync(people, referral.ToAgency, [referral.Purpose], cancel) : null;
        return new Agreed(field => handover.SharesCaller(caller) || !Handover.IsOfCaller(field), ledger.Knows, people, fields);
    }
}

/// <summary>The answer for one referral.</summary>
internal sealed class Agreed(Func<string, bool> caller, Func<string, bool> isOfPeople, IReadOnlyList<PersonId> people, ILookup<PersonId, string>? fields)
{
    public static readonly Agreed Everything = new(_ => true, _ => false, [], null);

    /// <summary>What the contact told, if it may be read.</summary>
    public bool Covers(string field) => caller(field) && (fields is null || !isOfPeople(field) || people.All(person => fields[person].Contains(field)));

    public bool Covers(string field, PersonId of) => fields is null || fields[of].Contains(field);
}
