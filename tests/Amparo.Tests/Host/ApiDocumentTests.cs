using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amparo.Platform.Api;
using Amparo.Tests.Referrals;
using Amparo.Tests.Referrals.Api;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>What other programs are told of the API is true.</summary>
public partial class ApiDocumentTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_the_committed_one()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        using var nobody = app.PartnerWith(null);
        var served = await nobody.GetAsync("/openapi.json");
        served["openapi"].ShouldNotBeNull().ShouldStartWith("3.1.");
        var text = JsonSerializer.Serialize(served.Json, Readable).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(TestApp.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_DOCS") == "1")
            File.WriteAllText(path, text);
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, "run the tests once with AMPARO_WRITE_DOCS=1 and look at what changed");
    }

    [Fact]
    public async Task Every_endpoint_says_what_it_does_what_it_answers_and_what_it_needs()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        using var nobody = app.PartnerWith(null);
        var document = (await nobody.GetAsync("/openapi.json")).Json;
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString().ShouldBe("bearer");
        var told = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Address: p.Name, Method: o.Name.ToUpperInvariant(), Operation: o.Value))).ToList();
        foreach (var (address, method, operation) in told)
        {
            foreach (var member in (string[])["summary", "description", "operationId"])
                operation.GetProperty(member).GetString().ShouldNotBeNullOrWhiteSpace($"{method} {address} {member}");
            operation.GetProperty("security")[0].GetProperty("key").GetArrayLength().ShouldBe(0, address);
            var responses = operation.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
            responses.Keys.ShouldBe(Expected(method, address), ignoreOrder: true, $"{method} {address}");
            foreach (var (status, response) in responses)
            {
                response.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(9, $"{method} {address} {status}");
                response.GetProperty("content").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe(status == "200" ? "application/json" : "application/problem+json");
            }
        }
        var real = (await Door.OfAsync(app.Services, _ => "{id}")).Where(d => d is { IsApi: true, IsOpen: false }).Select(d => $"{d.Method} {d.Address.Replace("/400", "/{list}", StringComparison.Ordinal)}");
        told.Select(t => $"{t.Method} {t.Address}").ShouldBe(real, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_code_of_a_refusal_has_a_text_and_stands_in_the_document()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        using var nobody = app.PartnerWith(null);
        var document = (await nobody.GetAsync("/openapi.json")).Text;
        var codes = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).SelectMany(e => e.Metadata.OfType<Refusals>()).SelectMany(r => r.Codes).Distinct().ToList();
        codes.Count.ShouldBeGreaterThan(5);
        foreach (var code in codes)
        {
            app.Text(code).ShouldNotBe(code);
            document.ShouldContain($"`{code}`");
        }
    }

    [Fact]
    public async Task The_requests_of_the_page_work_as_they_stand_there()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (_, path) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var (_, key) = await app.KeyAsync();
        var blocks = Block().Matches(await File.ReadAllTextAsync(Path.Combine(TestApp.Root, "docs", "api.md"))).Select(m => m.Groups["script"].Value).ToList();
        blocks.Count.ShouldBe(3);
        List<string> said = [];
        foreach (var block in blocks)
            said.Add(await RunAsync(block, ("AMPARO", app.Address.ToString().TrimEnd('/')), ("AMPARO_KEY", key), ("REFERRAL", Line.Id(path).ToString())));
        said[0].ShouldContain(Line.Id(path).ToString());
        said[1].ShouldContain(Line.Place);
        said[2].ShouldContain("\"state\":\"accepted\"");
        (await app.CountAsync("referral.accepted")).ShouldBe(1);
    }

    private static IEnumerable<string> Expected(string method, string address) => (method, address) switch
    {
        ("POST", _) => ["200", "400", "401", "403", "404", "409", "412", "413", "415", "429"],
        (_, var list) when list.EndsWith("/referrals", StringComparison.Ordinal) => ["200", "400", "401", "403", "429"],
        _ => ["200", "401", "403", "404", "429"],
    };

    private static async Task<string> RunAsync(string script, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        var (said, failed) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(0, $"{await said}\n{await failed}");
        return await said;
    }

    [GeneratedRegex("```sh\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
