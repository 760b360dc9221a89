using System.Net;
using Amparo.Accounts;
using Amparo.Platform.Api;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals.Api;

/// <summary>Whatever is refused, a program decides by the same member.</summary>
public class ProblemTests
{
    private static readonly string[] Members = ["code", "detail", "reference", "status", "title"];

    [Theory, OnEveryDatabase]
    public async Task What_is_refused_before_an_endpoint_is_asked_has_a_code_and_words_too(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var nobody = app.PartnerWith(null);
        using var wrong = app.PartnerWith("amp_" + new string('a', 52));
        using var reads = await app.PartnerAsync(scopes: ["referrals:read"]);
        var some = $"/referrals/{Guid.CreateVersion7()}";
        foreach (var (answer, status, code) in ((Reply, HttpStatusCode, string)[])[
            (await nobody.GetAsync("/referrals"), HttpStatusCode.Unauthorized, "api.key"),
            (await wrong.GetAsync("/referrals"), HttpStatusCode.Unauthorized, "api.key"),
            (await reads.PostAsync(some + "/accept"), HttpStatusCode.Forbidden, "api.scope"),
            (await reads.GetAsync(some), HttpStatusCode.NotFound, "api.missing"),
            (await reads.GetAsync("/codes/tiers"), HttpStatusCode.NotFound, "api.missing"),
            (await reads.GetAsync("/nothing"), HttpStatusCode.NotFound, "api.missing"),
            (await nobody.GetAsync("/nothing"), HttpStatusCode.NotFound, "api.missing")])
        {
            (answer.Status, answer.Type, answer.Code).ShouldBe((status, "application/problem+json", code));
            answer.Json.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal).ShouldBe(Members);
            (answer.Json.GetProperty("status").GetInt32(), answer["detail"]).ShouldBe(((int)status, app.Text(code)));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Who_asks_too_often_is_told_so_by_a_code_and_in_their_language(string database)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(a => a.RequestsPerKey = 1));
        using var busy = await app.PartnerAsync();
        (await busy.GetAsync("/referrals")).Status.ShouldBe(HttpStatusCode.OK);
        var spanish = await busy.GetAsync("/referrals");
        var english = await busy.GetAsync("/referrals", ("Accept-Language", "en"));
        foreach (var refused in (Reply[])[spanish, english])
        {
            (refused.Status, refused.Type, refused.Code).ShouldBe((HttpStatusCode.TooManyRequests, "application/problem+json", "api.too-often"));
            refused.RetryAfter.ShouldNotBeNull();
        }
        spanish["detail"].ShouldBe(app.Text("api.too-often"));
        english["detail"].ShouldNotBeNull().ShouldStartWith("Wait as Retry-After says");
    }

    [Fact]
    public async Task The_document_tells_these_codes_and_the_same_shape_for_every_problem()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        using var nobody = app.PartnerWith(null);
        var paths = (await nobody.GetAsync("/openapi.json")).Json.GetProperty("paths");
        var problems = paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).SelectMany(o => o.Value.GetProperty("responses").EnumerateObject()).Where(r => r.Name != "200").ToList();
        problems.Count.ShouldBeGreaterThan(40);
        foreach (var problem in problems)
        {
            var schema = problem.Value.GetProperty("content").GetProperty(Problem.MediaType).GetProperty("schema");
            schema.GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Problem");
            if (ApiFailures.CodeOf(int.Parse(problem.Name, System.Globalization.CultureInfo.InvariantCulture)) is { } code)
                problem.Value.GetProperty("description").GetString()!.ShouldContain($"`{code}`");
        }
    }
}
