using Amparo.Cases;
using Amparo.Cases.Screenings;
using Amparo.Contacts;
using Amparo.Demo;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Outbox;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Screening;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Demo;

/// <summary>The stories of these days, as a newcomer finds them.</summary>
public class DayStoryTests
{
    [Theory, OnEveryDatabase]
    public async Task The_mother_from_Huaral_is_heard_and_her_daughter_s_case_is_followed(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        await new Demonstration(told.Services, told.Clock).TellAsync(history: false, CancellationToken.None);
        var contact = await ContactOfAsync(told, "150601");
        contact.Outcome!.Value.Value.ShouldBe("report-referred");
        contact.Account.IsEmpty.ShouldBeFalse();
        var police = await told.InAsync(db => db.Agencies.Where(a => a.Code == new Platform.Code("pnp")).Select(a => a.Id).SingleAsync());
        contact.Safety!.NeverTell.ShouldBe([police]);

        var referrals = await told.InAsync(db => db.Referrals.Where(r => r.Contact == contact.Id).ToListAsync());
        referrals.Count.ShouldBe(2);
        referrals.ShouldAllBe(r => r.State == ReferralState.Accepted && r.Basis.Value == "child-protection" && r.ToAgency != police);
        var clocks = await told.InAsync(db => db.Set<Clock>().Where(c => c.About == contact.Id.Value).ToListAsync());
        clocks.Select(c => c.Rule.Value).ShouldContain("child-unit-24h");
        clocks.ShouldAllBe(c => c.StoppedAt != null && c.StoppedAt < c.DueAt);

        var @case = await told.InAsync(db => db.Cases.SingleAsync(c => c.Contacts.Any(j => j.Contact == contact.Id)));
        @case.IsOpen.ShouldBeTrue();
        (await told.InAsync(db => db.People.Where(p => p.Case == @case.Id).ToListAsync()))
            .ShouldContain(p => p.Role.Value == "possible-victim" && p.AgeGroup.Value == "14-17");
        (await ScreenedAsync(told, @case.Id)).ShouldBe((1, Result.TraffickingLikely));
    }

    [Theory, OnEveryDatabase]
    public async Task The_young_man_in_Lima_is_free_and_his_case_closed_without_a_referral(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        await new Demonstration(told.Services, told.Clock).TellAsync(history: false, CancellationToken.None);
        var contact = await ContactOfAsync(told, "150101");
        contact.Outcome!.Value.Value.ShouldBe("report-resolved");
        (await told.InAsync(db => db.Referrals.AnyAsync(r => r.Contact == contact.Id))).ShouldBeFalse();
        var @case = await told.InAsync(db => db.Cases.SingleAsync(c => c.Contacts.Any(j => j.Contact == contact.Id)));
        (@case.IsOpen, @case.Closing?.Value).ShouldBe((false, "resolved"));
        (await ScreenedAsync(told, @case.Id)).ShouldBe((1, Result.TraffickingLikely));
    }

    [Theory, OnEveryDatabase]
    public async Task A_fresh_referral_waits_for_Piura_and_nothing_else_is_due(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        await new Demonstration(told.Services, told.Clock).TellAsync(history: false, CancellationToken.None);
        var contact = await ContactOfAsync(told, "200101");
        contact.IsOpen.ShouldBeTrue();
        var referral = await told.InAsync(db => db.Referrals.SingleAsync(r => r.State == ReferralState.Sent));
        (referral.Contact, referral.SeenAt).ShouldBe((contact.Id, null));
        // Its notice alone is left for the worker, and no step of any clock fell due before somebody looks.
        (await told.InAsync(db => db.Set<OutboxMessage>().SingleAsync())).Event.ShouldBe("referral.sent");
        var now = told.Now.GetUtcNow();
        (await told.InAsync(db => db.Set<Clock>().CountAsync(c => c.NextStepAt <= now))).ShouldBe(0);
        (await told.InAsync(db => db.Contacts.CountAsync())).ShouldBe(3);
        var @case = await told.InAsync(db => db.Cases.SingleAsync(c => c.Contacts.Any(j => j.Contact == contact.Id)));
        (await told.InAsync(db => db.People.CountAsync(p => p.Case == @case.Id && p.AgeGroup == new Platform.Code("maybe-child")))).ShouldBe(2);
    }

    /// <summary>On how many contacts the screening of the case's only possible victim rests, and what somebody concluded.</summary>
    private static async Task<(int Contacts, Result? Decision)> ScreenedAsync(ToldDatabase told, CaseId @case)
    {
        var screening = await told.InAsync(db => db.PersonScreenings.SingleAsync(s => s.Case == @case));
        return (screening.From.Count, screening.Decision);
    }

    private static Task<Contact> ContactOfAsync(ToldDatabase told, string area) =>
        told.InAsync(db => db.Contacts.SingleAsync(c => c.Area == new Platform.Code(area)));
}
