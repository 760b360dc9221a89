using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Api;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Referrals.Api;

/// <summary>What an agency's program answers to a referral: the same acts of the same entity as the pages'.</summary>
internal sealed class ReferralAnswers(Db db, ApiPost post, ReferralCodes codes, Seals seals, Viewer viewer, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    public Task SeeAsync(ReferralId id, CancellationToken cancel) => PostAsync<NothingMore>(id, (referral, _) => referral.See(Now), cancel);

    public Task AcceptAsync(ReferralId id, CancellationToken cancel) =>
        PostAsync<Acceptance>(id, (referral, said) => referral.Accept(viewer, said.Note?.Trim(), seals, Now), cancel);

    public Task DeclineAsync(ReferralId id, CancellationToken cancel) => PostAsync<Refusal>(id, (referral, said) =>
    {
        var reason = codes.DeclineReasons.Find(said.Reason) ?? throw ApiPost.Bad(new BadField("/reason", "referral.decline.reason-missing"));
        return referral.Decline(new Code(reason.Code), said.Note?.Trim(), reason.NeedsNote, seals, Now);
    }, cancel);

    public Task ActAsync(ReferralId id, CancellationToken cancel) => PostAsync<NothingMore>(id, (referral, _) => referral.Act(Now), cancel);

    public Task ArriveAsync(ReferralId id, CancellationToken cancel) => PostAsync<NothingMore>(id, (referral, _) => referral.Arrive(Now), cancel);

    public Task ReportAsync(ReferralId id, CancellationToken cancel) => PostAsync<Report>(id, (referral, said) =>
    {
        var outcome = codes.Outcomes.Find(said.Outcome) ?? throw ApiPost.Bad(new BadField("/outcome", "referral.outcome.missing"));
        return referral.Report(new Code(outcome.Code), outcome.Closes, outcome.CountsPeople ? said.People : null, said.Note?.Trim(), seals, Now);
    }, cancel);

    private async Task PostAsync<T>(ReferralId id, Func<Referral, T, IEvent?> act, CancellationToken cancel) where T : class, new()
    {
        var said = await post.ReadAsync<T>(cancel);
        var referral = await db.Referrals.ReceivedBy(viewer).Where(r => r.Id == id).OrMissingAsync(cancel);
        if (await post.IsRepeatAsync(cancel))
            return;
        post.RefuseOther(referral.Version);
        try
        {
            if (act(referral, said) is { } happened)
                await db.RecordAsync(happened, cancel);
        }
        catch (AlreadyPosted)
        {
            // The same request at the same moment: the other one did it.
            db.ChangeTracker.Clear();
        }
    }
}
