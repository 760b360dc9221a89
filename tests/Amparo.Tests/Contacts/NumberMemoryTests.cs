using Amparo.Contacts;
using Amparo.Contacts.Returning;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Contacts;

/// <summary>A number finds earlier contacts for some months, and then no more.</summary>
public class NumberMemoryTests
{
    private const string Number = "961 357 924";

    [Theory, OnEveryDatabase]
    public async Task The_same_number_is_suggested_and_never_joined_by_itself(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var first = await CallerAsync(julia, Number);
        var other = await CallerAsync(julia, "955 000 111");
        var second = await CallerAsync(julia, "+51 961357924");
        await julia.GoAsync(second);
        Suggested(julia).ShouldBe([first]);
        julia.Words.ShouldContain(app.Text("contact.related.same-number"));
        await julia.GoAsync(other);
        Suggested(julia).ShouldBeEmpty();
        (await app.CountAsync("contact.returned")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task After_the_packs_months_a_contact_is_not_found_by_its_number_and_the_index_is_cleared_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var old = await CallerAsync(julia, Number);
        app.Clock.Advance(TimeSpan.FromDays(300));
        julia = await app.SignedInAsync(TestApp.Operator);
        var young = await CallerAsync(julia, Number);
        (await FoundAsync(julia)).ShouldBe([young, old]);
        var worker = app.Services.GetRequiredService<NumberWorker>();
        (await worker.ForgetAsync(default)).ShouldBe(0);

        app.Clock.Advance(TimeSpan.FromDays(70));
        julia = await app.SignedInAsync(TestApp.Operator);
        (await FoundAsync(julia)).ShouldBe([young], "not found any more, whether the worker came or not");
        await julia.GoAsync(young);
        Suggested(julia).ShouldBeEmpty();
        await julia.GoAsync(young + "/case");
        julia.Words.ShouldNotContain((await app.ContactAsync(old)).Reference);

        (await worker.ForgetAsync(default)).ShouldBe(1);
        (await worker.ForgetAsync(default)).ShouldBe(0);
        var forgotten = (await app.AuditAsync("contact.number-forgotten")).ShouldHaveSingleItem();
        (forgotten.About, forgotten.By).ShouldBe((Line.Id(old), null));
        var safety = (await app.ContactAsync(old)).Safety!;
        (safety.PhoneIndex, safety.Phone.IsEmpty).ShouldBe((null, false));
        (await app.ContactAsync(young)).Safety!.PhoneIndex.ShouldNotBeNull();
        await julia.GoAsync(old + "/identity");
        julia.Words.ShouldContain(Number);
    }

    private static async Task<string> CallerAsync(Browser julia, string phone)
    {
        var path = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", phone));
        julia.Path.ShouldBe(path);
        return path;
    }

    private static async Task<string[]> FoundAsync(Browser julia)
    {
        await julia.GoAsync("/contacts");
        await julia.PostAsync(julia.Page.QuerySelector("form[role=search]")!.GetAttribute("action")!, ("__RequestVerificationToken", julia.Token!), ("Words", Number));
        return [.. julia.Page.QuerySelectorAll("#contacts tbody th a").Select(a => a.GetAttribute("href")!)];
    }

    private static string[] Suggested(Browser julia) => [.. julia.Page.QuerySelectorAll("#related li > a[href^='/contacts/']").Select(a => a.GetAttribute("href")!)];
}
