using Amparo.Contacts.Questions;
using Amparo.Contacts.Returning;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Contacts;

public static class ContactsModule
{
    private static readonly string[] Desk = [Role.Operator, Role.Supervisor];

    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddTexts(typeof(ContactsModule));
        services.AddSingleton<ContactCodes>();
        services.AddSingleton<QuestionBook>();
        services.AddScoped<ScreeningDesk>();
        services.AddScoped<ScreeningDecisions>();
        services.AddScoped(sp => new Questionnaire(sp.GetRequiredService<QuestionBook>(), sp.GetRequiredService<Drafts>(), sp.GetRequiredService<Texts>()));
        services.AddScoped(sp => new EarlierAnswers(sp.GetRequiredService<Db>(), sp.GetRequiredService<Reveals>(), sp.GetRequiredService<Viewer>()));
        services.AddScoped(sp => new ScreeningSigns(
            sp.GetRequiredService<Db>(), sp.GetRequiredService<ScreeningDesk>(), sp.GetRequiredService<QuestionBook>(), sp.GetRequiredService<Viewer>()));
        services.AddSingleton<Handover>();
        services.AddScoped<HandoverText>();
        services.AddScoped<ContactReading>();
        services.AddScoped<SafetyForms>();
        services.AddScoped<AccountForms>();
        services.AddScoped<PlaceForms>();
        services.AddSingleton(provider => provider.GetRequiredService<Pack>().Read<DeskCare>(DeskCare.File));
        services.AddScoped<DeskLoad>();
        services.AddScoped<DeskWork>();
        services.AddReturning();
        return services.AddModule("contacts", module =>
        {
            Manifest(module);
            foreach (var section in QuestionsPack.Sections)
                module.Section(section);
            ReturningManifest.Add(module, Desk);
        });
    }

    private static void Manifest(Module module) => module
        .Map(ContactsData.Map)
        .Place<Kind.Contact>("/contacts/{id}")
        .Place<Kind.FollowUp>("/follow-ups/{id}/done")
        .Event<ContactOpened>("contact.opened", Weight.Key)
        .Event<SafetyChecked>("contact.safety-checked")
        .Event<AccountTaken>("contact.account-taken")
        .Event<ScreeningAnswered>("screening.answered")
        .Event<ScreeningDecided>("screening.decided", Weight.Key)
        .Event<ContactLocated>("contact.located")
        .Event<DangerDeclared>("contact.danger-declared", Weight.Alarm)
        .Event<ContactClosed>("contact.closed")
        .Event<ReportConfirmed>("contact.confirmed-report", Weight.Key)
        .Event<ChildAtRisk>("contact.child-at-risk", Weight.Key)
        .Event<ContactReopened>("contact.reopened")
        .Event<FollowUpPlanned>("follow-up.planned")
        .Event<FollowUpDone>("follow-up.done")
        .When<ContactClosed, ConfirmReport>()
        .When<AccountTaken, NoticeChild>()
        .After<ClockEscalated, TellSupervisors>()
        .Permit(Permission.SeeContacts, Desk)
        .Permit(Permission.OpenContact, Desk)
        .Permit(Permission.CheckSafety, Desk)
        .Permit(Permission.TakeAccount, Desk)
        .Permit(Permission.ScreenContact, Desk)
        .Permit(Permission.LocateContact, Desk)
        .Permit(Permission.DeclareDanger, Desk)
        .Permit(Permission.CloseContact, Desk)
        .Permit(Permission.ReopenContact, Role.Supervisor)
        .Permit(Permission.PlanFollowUp, Desk)
        .Protect<Kind.Contact>(nameof(Contact.Account), FieldClass.Narrative)
        .Protect<Kind.Contact>(nameof(Contact.People), FieldClass.Narrative)
        .Protect<Kind.Contact>(nameof(Contact.Suspect), FieldClass.Narrative)
        .Protect<Kind.Contact>(nameof(Contact.Place), FieldClass.Narrative)
        .Protect<Kind.Contact>(nameof(Safety.Name), FieldClass.Identity)
        .Protect<Kind.Contact>(nameof(Safety.Phone), FieldClass.Identity)
        .Protect<Kind.Contact>(nameof(Safety.CodeWord), FieldClass.Identity)
        .Index<Safety>(nameof(Safety.PhoneIndex), of: nameof(Safety.Phone), (phone, pack) => BlindIndexes.Telephone(phone, pack.Country.PhonePrefix))
        .Protect<Kind.Screening>(nameof(ScreeningSheet.Answers), FieldClass.Narrative)
        .Protect<Kind.Screening>(nameof(ScreeningSheet.Reason), FieldClass.Narrative)
        .Protect<Kind.FollowUp>(nameof(FollowUp.Note), FieldClass.Narrative)
        .Section(PackSection.Of<List<Channel>>("contacts/channels.json"))
        .Section(PackSection.Of<List<Reason>>("contacts/reasons.json"))
        .Section(PackSection.Of<List<Outcome>>("contacts/outcomes.json"))
        .Section(PackSection.Of<List<ExploitationForm>>("contacts/forms.json"))
        .Section(PackSection.Of<List<Tier>>("contacts/tiers.json"))
        .Section(PackSection.Of<List<FollowUpAct>>("contacts/follow-ups.json"))
        .Section(DeskCare.Section)
        .Section(PackSection.Of<List<HandoverPurpose>>("referrals/purposes.json"))
        .Section(PackSection.Of<List<HandoverField>>("referrals/fields.json"))
        .RevealRule<Kind.FollowUp, FollowUpRevealRule>()
        .RevealRule<Kind.Contact, ContactRevealRule>()
        .RevealRule<Kind.Screening, ScreeningRevealRule>()
        .Menu("contact.list.title", "/contacts", Permission.SeeContacts, 20)
        .Fill(Panel.For<DeskWork>("home", Permission.SeeContacts, "/Contacts/_OnHome.cshtml", async (work, _, cancel) => await work.LoadAsync(cancel)))
        .Fill(Panel.For<DeskWork>("board", Permission.SeeContacts, "/Contacts/_OnBoard.cshtml", async (work, _, cancel) => await work.OnBoardAsync(cancel)))
        .Fill(Panel.For<DeskWork>("board", Permission.SeeContacts, "/Contacts/_DueOnBoard.cshtml", async (work, _, cancel) => await work.DueAsync(cancel)))
        .Fill(Panel.For<DeskLoad>("board", Permission.SeeContacts, "/Contacts/_Load.cshtml", (load, _, cancel) => load.OnBoardAsync(cancel)));
}
