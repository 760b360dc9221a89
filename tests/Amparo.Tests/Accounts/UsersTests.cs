using System.Net;
using Amparo.Accounts;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

public sealed class UsersTests
{
    private const string Admin = "jefa@linea.example";

    private static readonly string[] Acts = ["review", "roles", "office", "set-up", "reset-mfa", "deactivate", "reactivate"];

    [Theory, OnEveryDatabase]
    public async Task Only_administrators_manage_users(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        foreach (var role in Role.All.Where(role => role != Role.Administrator))
        {
            var browser = await app.SignedInAsAsync(role);
            foreach (var page in (string[])["/users", "/users/add", $"/users/{id}", .. Acts.Select(act => $"/users/{id}/{act}")])
            {
                await browser.GoAsync(page);
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {page}");
                await browser.GoAsync("/home");
                await browser.PostAsync(page, ("__RequestVerificationToken", browser.Token!));
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} post {page}");
            }
        }
        (await app.UserAsync(id)).Active.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task The_users_of_another_agency_are_not_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var other = await app.SignedInAsAsync(Role.Administrator, "pnp-trata-piura");
        var id = await app.UserIdAsync(TestApp.Operator);
        foreach (var act in Acts)
        {
            await other.GoAsync($"/users/{id}/{act}");
            other.Status.ShouldBe(HttpStatusCode.NotFound, act);
            await other.GoAsync("/home");
            await other.PostAsync($"/users/{id}/{act}", ("Roles", Role.Auditor), ("Office", "all"), ("__RequestVerificationToken", other.Token!));
            other.Status.ShouldBe(HttpStatusCode.NotFound, $"post {act}");
        }
        var julia = await app.UserAsync(id);
        (julia.Active, julia.MfaConfirmed, julia.TemporaryUntil).ShouldBe((true, true, null));
        julia.Roles.ShouldBe([Role.Operator]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_account_shows_its_roles_and_where_it_is_signed_in(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync($"/users/{id}");
        ana.Words.ShouldContain(app.Text("role.operator"));
        ana.Words.ShouldContain(app.Text("users.sessions-none"));
        await app.SignedInAsync(TestApp.Operator);
        await ana.GoAsync($"/users/{id}");
        ana.Page.QuerySelectorAll("main .rows li").Length.ShouldBe(1);
        ana.Words.ShouldNotContain(app.Text("users.sessions-none"));
        foreach (var act in Acts)
        {
            await ana.GoAsync($"/users/{id}/{act}");
            ana.Words.ShouldContain(TestApp.Operator, customMessage: $"{act} says on whom");
        }
    }

    [Fact]
    public async Task Users_are_found_by_name_without_accents()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        await admin.GoAsync("/users?name=NUNEZ");
        admin.Text.ShouldContain("Ana Núñez");
        await admin.GoAsync("/users?name=zzz");
        admin.Text.ShouldContain("No hay cuentas con ese nombre");
    }

    [Fact]
    public async Task An_administrator_does_not_see_the_users_of_another_agency()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        var other = await OtherAsync(house);
        await admin.GoAsync("/users");
        admin.Text.ShouldNotContain("Rosa Rojas");
        await admin.GoAsync($"/users/{other.Id}");
        admin.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_lines_administrators_see_the_users_of_every_agency()
    {
        await using var house = await House.OpenAsync(options => options.LineAgency = new Code("line"));
        var admin = await AdminAsync(house);
        var other = await OtherAsync(house);
        await admin.GoAsync("/users");
        admin.Text.ShouldContain("Rosa Rojas");
        await admin.GoAsync($"/users/{other.Id}");
        admin.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Staff_are_found_by_id_and_by_role()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync("luz@linea.example", Role.Operator, Role.Supervisor);
        var staff = await house.AskAsync(services => services.GetRequiredService<IStaff>().WithRoleAsync(house.Agency, Role.Supervisor, CancellationToken.None));
        staff.ShouldHaveSingleItem().Mail.ShouldBe("luz@linea.example");
        (await house.AskAsync(services => services.GetRequiredService<IStaff>().WithRoleAsync(house.Agency, Role.Auditor, CancellationToken.None))).ShouldBeEmpty();
        var named = await house.AskAsync(services => services.GetRequiredService<IStaff>().FindAsync([id, UserId.New()], CancellationToken.None));
        named.Values.ShouldHaveSingleItem().Name.ShouldBe("Ana Núñez");
    }

    [Fact]
    public async Task A_house_with_demo_accounts_says_so()
    {
        await using var house = await House.OpenAsync();
        (await house.AskAsync(HasDemoAsync)).ShouldBeFalse();
        await house.MemberAsync("luz@linea.example", Role.Operator);
        (await house.AskAsync(HasDemoAsync)).ShouldBeTrue();
    }

    private static Task<bool> HasDemoAsync(IServiceProvider services) =>
        services.GetRequiredService<UserAccounts>().HasDemoAsync(CancellationToken.None);

    private static async Task<Browser> AdminAsync(House house)
    {
        await house.MemberAsync(Admin, Role.Administrator);
        return await house.SignedInAsync(Admin);
    }

    private static Task<NewUser> OtherAsync(House house) => house.AskAsync(services => services.GetRequiredService<UserAccounts>()
        .AddAsync("rosa@policia.example", "Rosa Rojas", house.OtherAgency, null, [Role.Liaison], CancellationToken.None));
}
