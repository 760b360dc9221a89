using Amparo.Cases.Consents;
using Amparo.Platform;
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
        services.AddScoped<CaseReceiving>();
        services.AddScoped<CaseReading>();
        services.AddScoped<CaseMatches>();
        services.AddScoped<CaseWork>();
        return services.AddModule("cases", module =>
        {
            Manifest(module);
            module.HoldConsents(Desk);
        });
    }

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
