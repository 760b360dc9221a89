using System.Net;
using Amparo.Accounts;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

public sealed class UsersTests
{
    private const string Admin = "jefa@linea.example";

    [Fact]
    public async Task An_administrator_adds_a_user_who_can_begin_with_what_is_shown()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        await admin.GoAsync("/users/add");
        await admin.SendAsync(("Name", "Luz Quispe"), ("Login", "Luz@Linea.Example"), ("Agency", house.Agency.ToString()), ("Roles", Role.Operator));
        admin.Status.ShouldBe(HttpStatusCode.OK);
        var password = admin.Page.QuerySelector("main .ref")!.TextContent;
        var luz = house.Browser();
        await luz.GoAsync("/sign-in");
        await luz.SendAsync(("Login", "luz@linea.example"), ("Password", password));
        luz.Path.ShouldBe("/sign-in/password");
    }

    [Fact]
    public async Task A_login_is_given_once()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        await admin.GoAsync("/users/add");
        await admin.SendAsync(("Name", "Otra"), ("Login", Admin), ("Agency", house.Agency.ToString()), ("Roles", Role.Operator));
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
        admin.Text.ShouldContain("Ya hay una cuenta con ese correo");
    }

    [Fact]
    public async Task Without_a_role_nobody_is_added()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        await admin.GoAsync("/users/add");
        await admin.SendAsync(("Name", "Otra"), ("Login", "otra@linea.example"), ("Agency", house.Agency.ToString()));
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/users")]
    [InlineData("/users/add")]
    public async Task Only_administrators_manage_users(string page)
    {
        await using var house = await House.OpenAsync();
        foreach (var role in Role.All.Where(role => role != Role.Administrator))
        {
            await house.MemberAsync($"{role}@linea.example", role);
            var browser = await house.SignedInAsync($"{role}@linea.example");
            await browser.GoAsync(page);
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, role);
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
    public async Task Roles_change_at_the_next_request()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync("luz@linea.example", Role.Operator);
        var luz = await house.SignedInAsync("luz@linea.example");
        var admin = await AdminAsync(house);
        await admin.GoAsync($"/users/{id}");
        await admin.SendFormAsync("handler=Roles", ("Roles", Role.Administrator));
        await luz.GoAsync("/users");
        luz.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_cannot_shut_themselves_out()
    {
        await using var house = await House.OpenAsync();
        var admin = await AdminAsync(house);
        var id = await house.AskAsync(db => db.Set<User>().Select(u => u.Id).SingleAsync());
        await admin.GoAsync($"/users/{id}");
        await admin.SendFormAsync("handler=Deactivate");
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
        await admin.SendFormAsync("handler=Roles", ("Roles", Role.Operator));
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Removing_the_second_step_ends_the_sessions_and_asks_for_it_again()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync("luz@linea.example", Role.Operator);
        var luz = await house.SignedInAsync("luz@linea.example");
        var admin = await AdminAsync(house);
        await admin.GoAsync($"/users/{id}");
        await admin.SendFormAsync("handler=ResetMfa");
        await luz.GoAsync("/case");
        luz.Path.ShouldBe("/sign-in");
        await luz.SendAsync(("Login", "luz@linea.example"), ("Password", House.Password));
        luz.Path.ShouldBe("/sign-in/set-up");
    }

    [Fact]
    public async Task Another_temporary_password_takes_the_place_of_the_old_one()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync("luz@linea.example", Role.Operator);
        var admin = await AdminAsync(house);
        await admin.GoAsync($"/users/{id}");
        await admin.SendFormAsync("handler=Resend");
        var password = admin.Page.QuerySelector("main .ref")!.TextContent;
        var luz = house.Browser();
        await luz.GoAsync("/sign-in");
        await luz.SendAsync(("Login", "luz@linea.example"), ("Password", House.Password));
        luz.Status.ShouldBe(HttpStatusCode.BadRequest);
        await luz.SendAsync(("Login", "luz@linea.example"), ("Password", password));
        luz.Path.ShouldBe("/sign-in/code");
        await luz.SendAsync(("Code", house.CodeOf("luz@linea.example")));
        luz.Path.ShouldBe("/sign-in/password");
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
