using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Api;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Amparo.Referrals.Api;

/// <summary>The endpoints by which an agency's own program receives and answers referrals.</summary>
public static class ReferralsApi
{
    private const string One = "/referrals/{id:guid}";

    public static void MapReferrals(this RouteGroupBuilder api)
    {
        api.MapGet("/referrals", [Needs(Permission.SeeReferrals)] (
                ReferralFeed feed,
                [Description("Only those in this state.")][RegularExpression("^(sent|accepted|declined|withdrawn|ended)$")] string? state,
                [Description("Only those sent after this one: the next of the page before.")] ReferralId? after,
                [Description("How many at most, 1 to 200; 50 when nothing is said.")] int? limit,
                CancellationToken cancel) => feed.PageAsync(StateOf(state), after, limit, cancel))
            .Says("listReferrals", "List the referrals your agency received",
                "In the order in which they were sent. Poll with state=sent and no after: what you have answered is no longer in it, so nothing is lost and nothing comes twice. "
                + "Follow next (as after) to page within one look. Ids rise with time, but one that was being saved while you asked may lie a moment before your last: do not rely on after alone to find what is new.")
            .Produces<ReferralPage>()
            .Produces<Problem>(StatusCodes.Status400BadRequest, Problem.MediaType);
        api.MapGet(One, [Needs(Permission.SeeReferrals)] async (ReferralId id, HttpContext http, ReferralFeed feed, CancellationToken cancel) =>
            {
                var referral = await feed.InFullAsync(id, cancel);
                return Tagged(http, referral.Referral.Version, referral);
            })
            .Says("getReferral", "Read one referral with what was shared",
                "Facts are withheld until you have said that you opened it (post to /see), and again after its end. Every reading is on record, with your key.")
            .Produces<ReferralInFull>()
            .Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);
        api.Act<NothingMore>("see", Permission.SeeReferrals, (answers, id, cancel) => answers.SeeAsync(id, cancel))
            .Says("seeReferral", "Say that you opened it", "The line sees when. Saying it again changes nothing.")
            .Refuses();
        api.Act<Acceptance>("accept", Permission.AcceptReferral, (answers, id, cancel) => answers.AcceptAsync(id, cancel))
            .Says("acceptReferral", "Accept it", "You take it: the clock stops and the line knows.")
            .Refuses("referral.accepted-already", "referral.ended-already");
        api.Act<Refusal>("decline", Permission.DeclineReferral, (answers, id, cancel) => answers.DeclineAsync(id, cancel))
            .Says("declineReferral", "Decline it", "It is not yours, and why: the line must find another office at once.")
            .Refuses("referral.accepted-already", "referral.ended-already", "referral.decline.note-missing");
        api.Act<NothingMore>("act", Permission.ReportReferral, (answers, id, cancel) => answers.ActAsync(id, cancel))
            .Says("actOnReferral", "Say that you are on your way", "Or that you began to act.")
            .Refuses("referral.accept-first", "referral.ended-already", "referral.act.already");
        api.Act<NothingMore>("arrive", Permission.ReportReferral, (answers, id, cancel) => answers.ArriveAsync(id, cancel))
            .Says("arriveAtReferral", "Say that you arrived", "The line can tell whoever waits.")
            .Refuses("referral.accept-first", "referral.ended-already", "referral.arrive.already");
        api.Act<Report>("outcome", Permission.ReportReferral, (answers, id, cancel) => answers.ReportAsync(id, cancel))
            .Says("reportOutcome", "Report what came of it", "Some outcomes end the referral, and with it what you may read. It may be reported again until then.")
            .Refuses("referral.accept-first", "referral.ended-already");
        api.MapGet("/codes/{list}", [Needs(Permission.SeeReferrals)] (string list, ReferralCodes codes, Handover handover) => List(list, codes, handover))
            .Says("listCodes", "List the codes of the country's pack",
                "decline-reasons, outcomes, purposes, bases or fields. They change with the pack, rarely; a code that is gone may still stand in an older referral.")
            .Produces<CodeEntries>()
            .Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);
    }

    private static RouteHandlerBuilder Act<TBody>(
        this RouteGroupBuilder api, string act, string permission, Func<ReferralAnswers, ReferralId, CancellationToken, Task> doAsync) where TBody : notnull => api
        .MapPost($"{One}/{act}", async (ReferralId id, HttpContext http, ReferralAnswers answers, ReferralFeed feed, CancellationToken cancel) =>
        {
            await doAsync(answers, id, cancel);
            var referral = await feed.OneAsync(id, cancel);
            return Tagged(http, referral.Version, referral);
        })
        .RequireAuthorization(new NeedsAttribute(permission))
        .WithMetadata(new PostedBody(typeof(TBody)))
        .Produces<ReferralItem>()
        .Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);

    private static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithTags("Referrals");

    private static IResult Tagged<T>(HttpContext http, int version, T referral)
    {
        http.Response.Headers.ETag = ApiPost.TagOf(version).ToString();
        return Results.Json(referral);
    }

    private static ReferralState? StateOf(string? named) => named is null ? null
        : Enum.GetValues<ReferralState>().Where(s => s.ToString().Equals(named, StringComparison.OrdinalIgnoreCase)).Cast<ReferralState?>().FirstOrDefault()
        ?? throw ApiPost.Bad(new BadField("", "api.state"));

    private static CodeEntries List(string list, ReferralCodes codes, Handover handover) => new(list switch
    {
        "decline-reasons" => [.. codes.DeclineReasons.All.Select(r => new CodeEntry(r.Code, r.Label.ToString(), NeedsNote: r.NeedsNote))],
        "outcomes" => [.. codes.Outcomes.All.Select(o => new CodeEntry(o.Code, o.Label.ToString(), CountsPeople: o.CountsPeople, Closes: o.Closes))],
        "purposes" => Plain(handover.Purposes),
        "bases" => Plain(codes.Bases),
        "fields" => Plain(handover.Fields),
        _ => throw new Missing(),
    });

    private static IReadOnlyList<CodeEntry> Plain<T>(CodeList<T> list) where T : class, ICoded => [.. list.All.Select(e => new CodeEntry(e.Code, e.Label.ToString()))];
}
