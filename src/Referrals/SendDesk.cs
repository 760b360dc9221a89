using Amparo.Cases;
using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Providers;

namespace Amparo.Referrals;

/// <summary>The steps to a referral, from a contact or from a case: what for, to whom and on which basis, and exactly what leaves.</summary>
internal sealed class SendDesk(
    DutyRoster roster, Handover handover, HandoverText words, PersonHandover persons, ReferralCodes codes, Leaving leaving, Dispatch dispatch, Texts texts, Show show)
{
    public async Task<SendSteps> StepsAsync(Sender from, SendChoice choice, CancellationToken cancel)
    {
        var purpose = handover.Purposes.Find(choice.Purpose);
        var offices = purpose is null ? [] : await OfficesAsync(from, new Code(purpose.Code), cancel);
        var steps = new SendSteps(from.Address, from.Back, choice)
        {
            HasArea = from.Contact.Area is not null,
            Purposes = handover.Purposes.Choices(),
            PurposeName = purpose?.Label.ToString(),
            Contacts = [.. from.Contacts.Select(c => new Choice(c.Id.ToString(), c.Reference, show.Day(c.OpenedAt)))],
            Offices = [.. offices.Select(o => new Choice(o.Id.ToString(), o.Name, o.Phone))],
            Bases = [.. codes.Bases.All.Select(b => new Choice(b.Code, b.Label.ToString(), b.Meaning.ToString()))],
            Persons = [.. from.People.Select((p, i) => new Choice(p.Id.ToString(), texts["referral.send.person", persons.RoleOf(p), i + 1], persons.AboutOf(p)))],
        };
        return Order(from, choice, offices) is { } order ? steps with { Preview = await PreviewAsync(order, cancel) } : steps;
    }

    /// <exception cref="Refused">Something is not chosen among what is offered, or may not be sent.</exception>
    public async Task<IEvent> SendAsync(Sender from, SendChoice choice, CancellationToken cancel)
    {
        var purpose = handover.Purposes.Find(choice.Purpose) ?? throw new Refused("referral.send.purpose-missing");
        if (!codes.Bases.Knows(choice.Basis))
            throw new Refused("referral.send.basis-missing");
        var order = Order(from, choice, await OfficesAsync(from, new Code(purpose.Code), cancel)) ?? throw new Refused("referral.send.office-missing");
        // What leaves is what was shown, or it is shown again.
        if (choice.Stamp != Leaving.StampOf(await leaving.OfAsync(order, cancel)))
            throw new Overtaken();
        return await dispatch.SendAsync(order, cancel);
    }

    private Order? Order(Sender from, SendChoice choice, IReadOnlyList<Office> offices) =>
        offices.FirstOrDefault(o => o.Id == choice.Office) is { } office && codes.Bases.Find(choice.Basis) is { } basis
            ? new Order(from.Contact, from.Agency, office, new Code(choice.Purpose!), basis, Urgency.Ordinary)
            {
                Case = from.Case,
                People = [.. from.People.Where(p => choice.People.Contains(p.Id))],
                Reason = choice.Reason,
            }
            : null;

    private async Task<SendPreview> PreviewAsync(Order order, CancellationToken cancel)
    {
        var facts = await leaving.OfAsync(order, cancel);
        List<(string, string)> leave = [];
        foreach (var fact in facts.Where(f => f.Leaves))
            leave.Add((LabelOf(order, fact), fact.Of is null ? await words.ShowAsync(order.Contact, fact.Fact, cancel) : await persons.ShowAsync(fact.Of, fact.Fact, cancel)));
        return new SendPreview(
            order.To,
            order.Basis,
            leave,
            [.. facts.Where(f => !f.Leaves).Select(f => new Staying(LabelOf(order, f), f.Why!.Value, f.Of?.Id))],
            [.. order.People.Select((p, i) => (p.Id, i + 1))],
            Leaving.StampOf(facts))
        {
            NamesCaller = facts.Any(f => f.Leaves && Handover.IsOfCaller(f.Fact.Field)),
        };
    }

    private string LabelOf(Order order, Departing fact) => fact.Of is null
        ? words.LabelOf(fact.Fact.Field)
        : texts["referral.of-person", order.People.Index().First(p => p.Item.Id == fact.Of.Id).Index + 1, words.LabelOf(fact.Fact.Field)];

    private async Task<IReadOnlyList<Office>> OfficesAsync(Sender from, Code purpose, CancellationToken cancel) =>
        await roster.AllAsync(purpose, from.Contact.Area, await dispatch.NeverToldAsync(from.Contact, from.Case, cancel), cancel);
}

/// <summary>From where something is sent.</summary>
/// <param name="Contact">The contact that is handed over, or that stands for where the case began.</param>
/// <param name="Contacts">Those of the case to choose from.</param>
internal sealed record Sender(
    string Address, string Back, AgencyId Agency, Contact Contact, Case? Case, IReadOnlyList<Contact> Contacts, IReadOnlyList<Person> People);
