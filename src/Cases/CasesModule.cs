using Amparo.Cases.Agencies;
using Amparo.Cases.BreakGlass;
using Amparo.Cases.Consents;
using Amparo.Cases.Exchange;
using Amparo.Cases.Flags;
using Amparo.Cases.Places;
using Amparo.Cases.Screenings;
using Amparo.Cases.Tasks;
using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Events;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Cases;

public static class CasesModule
{
    private static readonly string[] Desk = [Role.Operator, Role.Supervisor, Role.CaseWorker];

    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddTexts(typeof(CasesModule));
        services.AddSingleton<CaseCodes>();
        services.AddConsents();
        services.AddExchange();
        services.AddPersonScreenings();
        services.AddScoped<CaseReceiving>();
        services.AddScoped<CaseReading>();
        services.AddScoped<CaseMatches>();
        services.AddScoped<CaseWork>();
        services.AddScoped<CaseContacts>();
        services.AddScoped<CaseStaff>();
        services.AddScoped<NeverTold>();
        services.AddScoped<CaseAgencies>();
        services.AddScoped<CaseTasks>();
        services.AddScoped<PlacesOfCase>();
        services.AddScoped<Glass>();
        services.AddScoped<GlassClock>();
        services.AddScoped<GlassWork>();
        services.AddScoped<AccessSheets>();
        services.AddScoped<AccessMail>();
        return services.AddModule("cases", module =>
        {
            BreakGlass(module);
            Following(module);
            Manifest(module);
            module.HoldConsents(Desk);
            module.Exchange();
            module.ScreenPeople(Desk);
        });
    }

    private static void BreakGlass(Module module) => module
        .Place<Kind.EmergencyAccess>("/break-glass/{id}")
        .Event<GlassBroken>(GlassClock.Start, Weight.Alarm)
        .Event<GlassHeld>("case.glass-held")
        .Event<EmergencyAccessEnded>("case.glass-ended", Weight.Key)
        .Event<EmergencyAccessReviewed>("case.glass-reviewed", Weight.Key)
        .After<GlassBroken, TellOfGlass>()
        .After<ClockEscalated, RemindOfReview>()
        .Permit(Permission.BreakGlass, Role.Supervisor, Role.CaseWorker)
        .Permit(Permission.ReviewAccess, Role.Supervisor)
        .Protect<Kind.EmergencyAccess>(nameof(EmergencyAccess.Words), FieldClass.Narrative)
        .Protect<Kind.EmergencyAccess>(nameof(EmergencyAccess.Finding), FieldClass.Narrative)
        .RevealRule<Kind.EmergencyAccess, EmergencyAccessRevealRule>()
        .Fill(Panel.For<GlassWork>("home", Permission.BreakGlass, "/Cases/BreakGlass/_OnHome.cshtml", (work, _, cancel) => work.OnHomeAsync(cancel)))
        .Fill(Panel.For<GlassWork>("board", Permission.ReviewAccess, "/Cases/BreakGlass/_OnBoard.cshtml", (work, _, cancel) => work.OnBoardAsync(cancel)));

    private static void Following(Module module) => module
        .Place<Kind.CasePlace>("/places/{id}/change")
        .Place<Kind.CaseTask>("/tasks/{id}/finish")
        .Event<AgencyTied>("case.agency-tied", Weight.Key)
        .Event<AgencyUntied>("case.agency-untied", Weight.Key)
        .Event<FlagRaised>("case.flag-raised")
        .Event<FlagLowered>("case.flag-lowered")
        .Event<PlaceAdded>("place.added")
        .Event<PlaceChanged>("place.changed")
        .Event<PlaceRemoved>("place.removed")
        .Event<TaskAdded>("task.added")
        .Event<TaskFinished>("task.finished")
        .Permit(Permission.GivePart, Role.Supervisor)
        .Permit(Permission.PlanTask, Desk)
        .Permit(Permission.FlagCase, Desk)
        .Permit(Permission.ChangePlaces, Desk)
        .Protect<Kind.CasePlace>(nameof(CasePlace.Words), FieldClass.Narrative)
        .Protect<Kind.CaseTask>(nameof(CaseTask.Words), FieldClass.Narrative)
        .RevealRule<Kind.CasePlace, PlaceRevealRule>()
        .RevealRule<Kind.CaseTask, TaskRevealRule>()
        .Fill(Panel.For<CaseTasks>("home", Permission.PlanTask, "/Cases/Tasks/_OnHome.cshtml", (tasks, _, cancel) => tasks.OnHomeAsync(cancel)));

    private static void Manifest(Module module)
    {
        module
            .Map(CasesData.Map)
            .Place<Kind.Case>("/cases/{id}")
            .Place<Kind.Person>("/people/{id}")
            .Event<CaseOpened>("case.opened", Weight.Key)
            .Event<ContactJoined>("case.contact-joined", Weight.Key)
            .Event<ContactParted>("case.contact-parted")
            .Event<SummaryWritten>("case.summary-written")
            .Event<PersonAdded>("person.added")
            .Event<PersonChanged>("person.changed")
            .Event<StatusDecided>("person.status-decided", Weight.Key)
            .Event<CaseMoved>("case.moved", Weight.Key)
            .Event<CaseAssigned>("case.assigned")
            .Event<CaseReceived>("case.received", Weight.Key)
            .Event<CaseLetGo>("case.let-go")
            .Permit(Permission.SeeCases, Desk)
            // A case begins from a contact, which the line alone sees.
            .Permit(Permission.OpenCase, Role.Operator, Role.Supervisor)
            .Permit(Permission.PartContact, Desk)
            .Permit(Permission.WriteSummary, Desk)
            .Permit(Permission.ChangePeople, Desk)
            .Permit(Permission.DecideStatus, Role.Supervisor, Role.CaseWorker)
            .Permit(Permission.MoveCase, Role.Supervisor, Role.CaseWorker)
            .Permit(Permission.AssignCase, Role.Supervisor)
            .Protect<Kind.Case>(nameof(Case.Summary), FieldClass.Narrative)
            .Protect<Kind.Person>(nameof(Person.Name), FieldClass.Identity)
            .Protect<Kind.Person>(nameof(Person.Document), FieldClass.Identity)
            .Protect<Kind.Person>(nameof(Person.Note), FieldClass.Narrative)
            .RevealRule<Kind.Case, CaseRevealRule>()
            .Menu("case.list.title", "/cases", Permission.SeeCases, 25)
            .Fill(Panel.For<CaseWork>("contact.panels", Permission.SeeCases, "/Cases/_OnContact.cshtml", (work, id, cancel) => work.OnContactAsync(id, cancel)))
            .Fill(Panel.For<CaseWork>("home", Permission.SeeCases, "/Cases/_OnHome.cshtml", (work, _, cancel) => work.OnHomeAsync(cancel)));
        foreach (var section in CaseCodes.Sections)
            module.Section(section);
    }
}
