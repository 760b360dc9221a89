using System.Data.Common;
using System.Net;
using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Contacts.Returning;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Cases;

/// <summary>What a contact may be about, found without reading all there is; and one contact in one case.</summary>
public class MatchesTests
{
    /// <summary>By number, by the contacts' place, by the cases' place, and the cases found.</summary>
    private static readonly string[][] Indexes =
    [
        ["IX_Contacts_Safety_PhoneIndex", "IX_CaseContacts_Contact"],
        ["IX_Contacts_Area_OpenedAt", "IX_CaseContacts_Contact"],
        ["IX_CasePlaces_Area_AddedAt"],
        [],
    ];

    [Theory, OnEveryDatabase]
    public async Task A_place_of_a_case_suggests_it_as_a_contacts_does(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var plain = await julia.OpenContactAsync();
        await julia.PostFromAsync(plain + "/case", "/case", ("Chosen", "new"));
        var path = julia.Path;
        var caller = await julia.TellAsync();
        await julia.GoAsync(caller + "/case");
        julia.Words.ShouldNotContain(app.Text("case.match.place"));
        var place = await julia.AddPlaceAsync(path);
        await julia.GoAsync(caller + "/case");
        julia.Words.ShouldContain(app.Text("case.match.place"));
        await julia.PostFromAsync(place.Replace("/change", "/remove", StringComparison.Ordinal), "/remove");
        await julia.GoAsync(caller + "/case");
        julia.Words.ShouldNotContain(app.Text("case.match.place"), customMessage: "a place taken out suggests nothing");
    }

    [Theory, OnEveryDatabase]
    public async Task No_table_is_read_from_end_to_end(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var told = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", "961357924"));
        await julia.SendFormAsync("/place", ("Input.Area", "piura"));
        var contact = await app.ContactAsync(told);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var matches = new CaseMatches(db, scope.ServiceProvider.GetRequiredService<NumberMemory>(), new Viewer(UserId.New(), contact.Agency, null, null, [Role.Operator]));
        List<IQueryable> queries = [.. matches.Queries(contact), matches.Open([CaseId.New(), CaseId.New()])];
        queries.Count.ShouldBe(Indexes.Length);
#pragma warning disable RS0030 // A plan is asked of the connection itself.
        await db.Database.OpenConnectionAsync();
#pragma warning restore RS0030
        foreach (var (query, indexes) in queries.Zip(Indexes))
        {
            var plan = await PlanAsync(db, query.CreateDbCommand(), database);
            plan.ShouldNotContain("SCAN ", Shouldly.Case.Sensitive);
            plan.ShouldNotContain("Seq Scan", Shouldly.Case.Sensitive);
            foreach (var index in indexes)
                plan.ShouldContain(index, Shouldly.Case.Sensitive);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_contact_put_into_two_cases_at_once_goes_into_one_and_the_other_is_told_which(string database)
    {
        var colleague = new InTheSameMoment();
        await using var app = await TestApp.StartAsync(database, colleague.Join);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, first) = await julia.OpenCaseAsync();
        var (_, second) = await julia.OpenCaseAsync();
        var contact = await julia.TellAsync();
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(contact + "/case");
        await julia.GoAsync(contact + "/case");
        colleague.Do = () => carmen.SendAsync(("Chosen", first.Split('/')[2]));
        await julia.SendAsync(("Chosen", second.Split('/')[2]));
        carmen.Path.ShouldBe(first);
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("case.join.already", (await app.CaseAsync(first)).Reference));
        ((await app.CaseAsync(first)).Joined.Count(), (await app.CaseAsync(second)).Joined.Count()).ShouldBe((2, 1));
        (await app.CountAsync("case.contact-joined")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_concluded_of_a_contact_stands_on_the_case(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, path) = await julia.OpenCaseAsync();
        julia.Words.ShouldNotContain(app.Text("screening.result.OtherCrime"));
        await julia.PostFromAsync(contact + "/screening", "/screening", ("Input.Answers[P1]", "14-17"), ("Input.Answers[A1]", "yes"));
        await julia.SendAsync(("Input.Result", "OtherCrime"), ("Input.Reason", "La vecina exagera"));
        var worker = await app.SignedInAsAsync(Role.CaseWorker);
        await worker.GoAsync(path);
        worker.Page.QuerySelector("#contacts")!.TextContent.ShouldContain(app.Text("screening.result.OtherCrime"));
        worker.Page.QuerySelector("#contacts")!.TextContent.ShouldContain(app.Text("case.contact.decided", "Julia Paredes Soto"));
        worker.Text.ShouldNotContain("exagera");
    }

    // An empty table is always read whole by PostgreSQL, unless it is told that this is dear: then only what no index serves is.
    private static async Task<string> PlanAsync(Db db, DbCommand query, string database)
    {
        await using (query)
        {
            if (database == TestDatabases.Postgres)
            {
#pragma warning disable RS0030 // The setting is the connection's own.
                await using var dear = db.Database.GetDbConnection().CreateCommand();
#pragma warning restore RS0030
                dear.CommandText = "SET enable_seqscan = off";
                await dear.ExecuteNonQueryAsync();
            }
            query.CommandText = (database == TestDatabases.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + query.CommandText;
            await using var reader = await query.ExecuteReaderAsync();
            List<string> lines = [];
            while (await reader.ReadAsync())
                lines.Add(Convert.ToString(reader[reader.FieldCount - 1], System.Globalization.CultureInfo.InvariantCulture)!);
            return string.Join('\n', lines);
        }
    }

    /// <summary>Does something while a joining has been decided and is not yet saved.</summary>
    private sealed class InTheSameMoment : IWhen<ContactJoined>
    {
        public Func<Task>? Do { get; set; }

        public void Join(IServiceCollection services) =>
            services.AddSingleton(this).AddModule("in-the-same-moment", module => module.When<ContactJoined, InTheSameMoment>());

        public async Task<IReadOnlyList<IEvent>> WhenAsync(ContactJoined happened, CancellationToken cancel)
        {
            var act = Do;
            Do = null;
            if (act is not null)
                await act();
            return [];
        }
    }
}
