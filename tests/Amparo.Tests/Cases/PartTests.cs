using System.Net;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

public class PartTests
{
    [Theory, OnEveryDatabase]
    public async Task A_contact_that_does_not_belong_is_taken_out_and_may_join_another(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, first) = await julia.OpenCaseAsync();
        var part = $"{first}/contacts/{contact.Split('/')[2]}/part";
        await julia.PostFromAsync(part, "/part");
        julia.Path.ShouldBe(first);
        var stored = await app.CaseAsync(first);
        stored.Joined.ShouldBeEmpty();
        stored.Contacts.ShouldHaveSingleItem().PartedAt.ShouldBe(app.Clock.GetUtcNow(), "that it was there stays");
        julia.Words.ShouldContain(app.Text("event.case.contact-parted"));

        await julia.PostFromAsync(part, "/part");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        await julia.GoAsync(contact + "/case");
        await julia.SendAsync(("Chosen", "new"));
        julia.Path.ShouldNotBe(first);
        (await app.CaseAsync(julia.Path)).Joined.ShouldHaveSingleItem().Contact.Value.ShouldBe(Line.Id(contact));
        await julia.PostFromAsync($"{julia.Path}/contacts/{contact.Split('/')[2]}/part", "/part");
        await julia.GoAsync(contact + "/case");
        await julia.SendAsync(("Reference", stored.Reference));
        julia.Path.ShouldBe(first, "and back");
        (await app.CaseAsync(first)).Joined.Count().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_contact_that_was_never_there_is_not_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var other = await julia.OpenContactAsync();
        await julia.GoAsync($"{path}/contacts/{other.Split('/')[2]}/part");
        julia.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
