using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Referrals.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Referrals;

public static class ReferralsModule
{
    public static IServiceCollection AddReferrals(this IServiceCollection services)
    {
        services.AddTexts(typeof(ReferralsModule));
        services.AddSingleton<ReferralCodes>();
        services.AddScoped<Dispatch>();
        services.AddScoped<ReferralCards>();
        services.AddScoped<ReferralReading>();
        services.AddScoped<ReferralWork>();
        services.AddScoped<ReferralFeed>();
        services.AddScoped<ReferralAnswers>();
        return services.AddModule("referrals", Manifest);
    }

    private static void Manifest(Module module) => module
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
        .Event<NobodyToTell>("contact.nobody-to-tell", Weight.Alarm)
        .When<DangerDeclared, SendOnDanger>()
        .When<ClockEscalated, TellProsecutor>()
        .After<ReferralSent, NotifyDuty>()
        .After<NobodyToTell, AlertSupervisors>()
        .After<ClockEscalated, TellNext>()
        .Permit(Permission.SeeReferrals, Role.Operator, Role.Supervisor, Role.Liaison)
        .Permit(Permission.SendReferral, Role.Operator, Role.Supervisor)
        .Permit(Permission.WithdrawReferral, Role.Operator, Role.Supervisor)
        .Permit(Permission.AcceptReferral, Role.Liaison)
        .Permit(Permission.DeclineReferral, Role.Liaison)
        .Permit(Permission.ReportReferral, Role.Liaison)
        .Permit(Permission.WatchReferrals, Role.Supervisor)
        .Scope("referrals:read", Permission.SeeReferrals)
        .Scope("referrals:answer", Permission.AcceptReferral, Permission.DeclineReferral)
        .Scope("referrals:report", Permission.ReportReferral)
        .Protect<Kind.Referral>(nameof(Referral.Note), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("place")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("age-and-sex")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("suspect")), FieldClass.Narrative)
        .Protect<Kind.Referral>(SharedFact.SealedAs(new Code("summary")), FieldClass.Narrative)
        .Bind<SharedFact>(nameof(SharedFact.Words), fact => (fact.Referral, SharedFact.SealedAs(fact.Field)))
        .Section(PackSection.Of<List<Basis>>("referrals/bases.json"))
        .Section(PackSection.Of<List<DeclineReason>>("referrals/decline-reasons.json"))
        .Section(PackSection.Of<List<ReferralOutcome>>("referrals/outcomes.json"))
        .RevealRule<Kind.Referral, ReferralRevealRule>()
        .Menu("referral.list.title", "/referrals", Permission.SeeReferrals, 30)
        .Fill(Panel.For<ReferralWork>("contact.panels", Permission.SeeReferrals, "/Referrals/_OnContact.cshtml", (work, id, cancel) => work.OnContactAsync(id, cancel)))
        .Fill(Panel.For<ReferralWork>("home", Permission.SeeReferrals, "/Referrals/_OnHome.cshtml", (work, id, cancel) => work.OnHomeAsync(id, cancel)))
        .Fill(Panel.For<ReferralWork>("board", Permission.WatchReferrals, "/Referrals/_OnBoard.cshtml", (work, id, cancel) => work.OnBoardAsync(id, cancel)));
}
