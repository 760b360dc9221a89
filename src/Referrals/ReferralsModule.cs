using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Referrals.Api;
using Amparo.Referrals.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Referrals;

public static class ReferralsModule
{
    public static IServiceCollection AddReferrals(this IServiceCollection services)
    {
        services.AddTexts(typeof(ReferralsModule));
        services.AddSingleton<ReferralCodes>();
        services.AddScoped<Leaving>();
        services.AddScoped<Dispatch>();
        services.AddScoped<SendDesk>();
        services.AddScoped<StillAgreed>();
        services.AddScoped<ReferralCards>();
        services.AddScoped<ReferralReading>();
        services.AddScoped<ReferralWork>();
        services.AddScoped<OfficeWork>();
        services.AddScoped<ReferralFeed>();
        services.AddScoped<ReferralAnswers>();
        services.AddLinks();
        return services.AddModule("referrals", module =>
        {
            LinksManifest.Add(Manifest(module));
            foreach (var section in ReferralCodes.Sections)
                module.Section(section);
        });
    }

    private static Module Manifest(Module module) => module
        .Map(ReferralsData.Map)
        .Place<Kind.Referral>("/referrals/{id}")
        .Event<ReferralSent>("referral.sent", Weight.Key)
        .Event<ReferralNotified>("referral.notified")
        .Event<ReferralSeen>("referral.seen")
        .Event<ReferralAccepted>("referral.accepted", Weight.Key)
        .Event<ReferralDeclined>("referral.declined", Weight.Key)
        .Event<ReferralActed>("referral.acted")
        .Event<ReferralArrived>("referral.arrived", Weight.Key)
        .Event<OutcomeReported>("referral.outcome-reported", Weight.Key)
        .Event<ReferralWithdrawn>("referral.withdrawn", Weight.Key)
        .Event<BasisReviewed>(BasisReview.Event, Weight.Key)
        .Event<NobodyToTell>("contact.nobody-to-tell", Weight.Alarm)
        .When<DangerDeclared, SendOnDanger>()
        .When<ClockEscalated, TellProsecutor>()
        .When<ReferralAccepted, HandCase>()
        .When<ReferralWithdrawn, TakeCaseBack>()
        .When<OutcomeReported, TakeCaseBack>()
        .After<ReferralSent, NotifyDuty>()
        .After<NobodyToTell, AlertSupervisors>()
        .After<ClockEscalated, TellNext>()
        .After<ClockEscalated, RemindReview>()
        .Permit(Permission.SeeReferrals, Role.Operator, Role.Supervisor, Role.CaseWorker, Role.Liaison)
        .Permit(Permission.SendReferral, Role.Operator, Role.Supervisor)
        // What leaves is shown first, and what contacts told the line's desk alone may read.
        .Permit(Permission.SendFromCase, Role.Operator, Role.Supervisor)
        .Permit(Permission.ReviewBasis, Role.Supervisor)
        .Permit(Permission.WithdrawReferral, Role.Operator, Role.Supervisor)
        .Permit(Permission.AcceptReferral, Role.Liaison)
        .Permit(Permission.DeclineReferral, Role.Liaison)
        .Permit(Permission.ReportReferral, Role.Liaison)
        .Permit(Permission.WatchReferrals, Role.Supervisor)
        .Scope("referrals:read", Permission.SeeReferrals)
        .Scope("referrals:answer", Permission.AcceptReferral, Permission.DeclineReferral)
        .Scope("referrals:report", Permission.ReportReferral)
        .Protect<Kind.Referral>(nameof(Referral.Note), FieldClass.Narrative)
        .Protect<Kind.Referral>(nameof(Referral.BasisReason), FieldClass.Narrative)
        .Protect<Kind.Referral>(nameof(BasisReview.Objection), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("caller-name")), FieldClass.Identity)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("caller-contact")), FieldClass.Identity)
        .Protect<Kind.SharedFact>("person-name", FieldClass.Identity)
        .Protect<Kind.SharedFact>("person-document", FieldClass.Identity)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("place")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("age-and-sex")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("suspect")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("summary")), FieldClass.Narrative)
        .Bind<SharedFact>(nameof(SharedFact.Words), fact => (fact.Referral, SharedFact.SealedAs(fact.Field)))
        .Bind<SharedPersonFact>(nameof(SharedPersonFact.Words), fact => (fact.Id, fact.Field))
        .RevealRule<Kind.Referral, ReferralRevealRule>()
        .RevealRule<Kind.SharedFact, SharedFactRevealRule>()
        .Menu("referral.list.title", "/referrals", Permission.SeeReferrals, 30)
        .Fill(Panel.For<ReferralWork>("contact.panels", Permission.SeeReferrals, "/Referrals/_OnContact.cshtml", (work, id, cancel) => work.OnContactAsync(id, cancel)))
        .Fill(Panel.For<ReferralWork>("case.panels", Permission.SeeReferrals, "/Referrals/_OnCase.cshtml", (work, id, cancel) => work.OnCaseAsync(id, cancel)))
        .Fill(Panel.For<ReferralWork>("home", Permission.SeeReferrals, "/Referrals/_OnHome.cshtml", (work, id, cancel) => work.OnHomeAsync(id, cancel)))
        .Fill(Panel.For<OfficeWork>("home", Permission.AcceptReferral, "/Referrals/_OfOffice.cshtml", (work, id, cancel) => work.OnHomeAsync(id, cancel)))
        .Fill(Panel.For<ReferralWork>("board", Permission.WatchReferrals, "/Referrals/_OnBoard.cshtml", (work, id, cancel) => work.OnBoardAsync(id, cancel)));
}
