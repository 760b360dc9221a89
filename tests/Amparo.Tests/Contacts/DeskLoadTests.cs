using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Contacts;

/// <summary>What a supervisor sees of the line's people and deadlines, and the break after an emergency.</summary>
public class DeskLoadTests
{
    private static readonly (string, string)[] Heard = [("Input.Reason", "report"), ("Input.Outcome", "report-referred")];

    [Theory, OnEveryDatabase]
    public async Task The_board_counts_who_has_what_open(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.OpenContactAsync();
        await julia.OpenContactAsync();
        await app.AddAsync(Amparo.Platform.Permissions.Role.Operator);
        (await RowsAsync(app)).ShouldBe(["Julia Paredes Soto | 2 | 2 | Disponible", "Persona operator | 0 | 0 | Disponible"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_closed_an_emergency_is_told_to_rest_until_the_break_is_over(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, _) = await julia.DeclareDangerAsync(app);
        (await RowsAsync(app))[0].ShouldEndWith("En emergencia");
        await RestAsync(julia, expected: false);
        await julia.PostFromAsync(contact + "/close", "/close", Heard);
        julia.Path.ShouldNotContain("/close");
        await RestAsync(julia, expected: true);
        (await RowsAsync(app))[0].ShouldContain("Descanso hasta las");
        app.Clock.Advance(TimeSpan.FromMinutes(21));
        await RestAsync(julia, expected: false);
        (await RowsAsync(app))[0].ShouldEndWith("Disponible");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_report_that_nobody_was_told_of_stays_on_the_board_with_its_clock(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        var board = await BoardAsync(app);
        board.Page.QuerySelector("#board-due").ShouldBeNull();
        await julia.PostFromAsync(contact + "/close", "/close", Heard);
        board = await BoardAsync(app);
        var due = board.Page.QuerySelector("#board-due").ShouldNotBeNull();
        due.QuerySelector($"a[href='{contact}']").ShouldNotBeNull();
        due.TextContent.ShouldContain("Derivar dentro de 3 horas");
        app.Clock.Advance(TimeSpan.FromHours(4));
        (await BoardAsync(app)).Page.QuerySelector("#board-due .clock.late").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Another_line_is_not_counted(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.OpenContactAsync();
        var other = await app.SignedInAsAsync(Amparo.Platform.Permissions.Role.Supervisor, "fiscalia-piura");
        await other.GoAsync("/board");
        other.Words.ShouldNotContain("Julia");
        other.Words.ShouldContain(app.Text("desk.load.nobody"));
    }

    private static async Task RestAsync(Browser julia, bool expected)
    {
        await julia.GoAsync("/home");
        julia.Words.Contains("Descansa un momento", StringComparison.Ordinal).ShouldBe(expected);
    }

    private static async Task<List<string>> RowsAsync(TestApp app) =>
        [.. (await BoardAsync(app)).Page.QuerySelectorAll("#board-load tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())))];

    private static async Task<Browser> BoardAsync(TestApp app)
    {
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync("/board");
        return carmen;
    }
}
