using System.Net;
using Amparo.Contacts;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Contacts;

/// <summary>Two people on one contact: each sees what the other saved beside what they typed, field by field, and nothing is lost.</summary>
public class ConflictTests
{
    [Theory, OnEveryDatabase]
    public async Task Two_who_write_the_same_account_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, carmen, path) = await TwoOnOneContactAsync(app);
        await carmen.SendFormAsync("/account", ("Input.Account", "Lo de Carmen"), ("Input.Hurt", nameof(Answer.Yes)));
        carmen.Path.ShouldBe(path);
        await julia.SendFormAsync("/account", ("Input.Account", "Lo de Julia"), ("Input.Hurt", nameof(Answer.No)), ("Input.People", "Dos niñas"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("conflict.someone-else"));
        julia.Page.QuerySelector("#Input_Account")!.TextContent.Trim().ShouldBe("Lo de Julia");
        Meanwhile(julia, "Input_Account").ShouldBe(app.Text("conflict.saved", "Lo de Carmen"));
        Meanwhile(julia, "Input_Hurt").ShouldBe(app.Text("conflict.saved", app.Text("answer.Yes")), "answers are said in words");
        Meanwhile(julia, "Input_People").ShouldBe(app.Text("conflict.saved", app.Text("conflict.nothing")));
        Meanwhile(julia, "Input_Suspect").ShouldBeNull("both left it empty");
        (await app.CountAsync("contact.account-taken")).ShouldBe(2, "the first account and Carmen's");

        await julia.SendFormAsync("/account", ("Input.Account", "Lo de las dos"));
        julia.Path.ShouldBe(path, "who saw both may save");
        (await app.CountAsync("contact.account-taken")).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_does_not_hide_what_the_other_saved(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, carmen, path) = await TwoOnOneContactAsync(app);
        await julia.PostAsync(path + "/account?handler=Draft", ("Input.Account", "Lo de Julia"), ("__RequestVerificationToken", julia.Token!));
        julia.Status.ShouldBe(HttpStatusCode.OK);
        await julia.GoAsync(path);
        await carmen.SendFormAsync("/account", ("Input.Account", "Lo de Carmen"));
        await julia.SendFormAsync("/account", ("Input.Account", "Lo de Julia"));
        Meanwhile(julia, "Input_Account").ShouldBe(app.Text("conflict.saved", "Lo de Carmen"));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_check_the_safety_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, carmen, path) = await TwoOnOneContactAsync(app);
        await carmen.GoAsync(path + "/safety");
        await julia.GoAsync(path + "/safety");
        await carmen.SendAsync(("Input.Tier", "confidential"), ("Input.CallBack", "Never"), ("Input.Name", "Doña Luz"), ("Input.Never", nameof(NeverDo.Messages)));
        carmen.Path.ShouldBe(path);
        await julia.SendAsync(("Input.Tier", "shareable"), ("Input.CallBack", "Never"), ("Input.Name", "Doña Lucha"), ("Input.Never", nameof(NeverDo.Voicemail)));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        Meanwhile(julia, "Input_Name").ShouldBe(app.Text("conflict.saved", "Doña Luz"));
        Meanwhile(julia, "Input_Tier").ShouldBe(app.Text("conflict.saved", "Confidencial"));
        Meanwhile(julia, "Input_Never").ShouldBe(app.Text("conflict.saved", app.Text("contact.safety.never-do.Messages")));
        julia.Page.QuerySelector("input[name='Input.Never'][checked]")!.GetAttribute("value").ShouldBe(nameof(NeverDo.Voicemail), "what was ticked stays ticked, and nothing else");
        julia.Page.QuerySelectorAll("input[name='Input.Never'][checked]").Length.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_locate_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, carmen, _) = await TwoOnOneContactAsync(app);
        await carmen.SendFormAsync("/place", ("Input.Area", "Piura"), ("Input.Place", "Casa azul"));
        await julia.SendFormAsync("/place", ("Input.Area", "Sullana"), ("Input.Place", "Casa verde"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        Meanwhile(julia, "Input_Place").ShouldBe(app.Text("conflict.saved", "Casa azul"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_elsewhere_in_the_contact_is_no_conflict(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, carmen, path) = await TwoOnOneContactAsync(app);
        await carmen.SendFormAsync("/place", ("Input.Area", "Piura"), ("Input.Place", "Casa azul"));
        await carmen.PostFromAsync(path + "/danger", "/danger");
        await julia.SendFormAsync("/account", ("Input.Account", "Lo de Julia"));
        julia.Status.ShouldBe(HttpStatusCode.OK);
        julia.Path.ShouldBe(path, "the account was not touched meanwhile");
    }

    private static async Task<(Browser Julia, Browser Carmen, string Path)> TwoOnOneContactAsync(TestApp app)
    {
        var julia = await app.SignedInAsync(TestApp.Operator);
        var path = await julia.TellAsync();
        await julia.GoAsync(path);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(path);
        return (julia, carmen, path);
    }

    private static string? Meanwhile(Browser browser, string field) => browser.Page.GetElementById(field + "-saved")?.TextContent.Trim();
}
