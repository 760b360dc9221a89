using System.Net;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Host;

/// <summary>What every answer has alike: headers, health, language.</summary>
public class AnswersTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_answer_tells_the_browser_to_be_careful(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        foreach (var path in (string[])["/", "/sign-in", "/home", "/nothing", "/failure/500", "/health/live", "/health/ready", "/amparo.css"])
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(' ', h.Value), StringComparer.OrdinalIgnoreCase);
            headers["Content-Security-Policy"].ShouldContain("default-src 'none'", customMessage: path);
            headers["Content-Security-Policy"].ShouldNotContain("unsafe");
            (headers["X-Content-Type-Options"], headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"]).ShouldBe(("nosniff", "no-referrer", "same-origin"), path);
            headers.ShouldNotContainKey("Server");
            if (path != "/amparo.css")
                headers["Cache-Control"].ShouldContain("no-store", customMessage: path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_probe_hears_that_the_program_lives_and_is_ready(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var probe = app.Browser();
        await probe.GoAsync("/health/live");
        (probe.Status, probe.Text).ShouldBe((HttpStatusCode.OK, "ok"));
        await probe.GoAsync("/health/ready");
        probe.Status.ShouldBe(HttpStatusCode.OK);
        probe.Text.ShouldContain("\"ready\":true");
    }

    [Theory]
    [InlineData("qu")]
    [InlineData("pt")]
    public async Task A_language_without_reviewed_text_is_shown_in_Spanish_and_says_so(string language)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var visitor = app.Browser();
        await visitor.PostAsync("/language", ("language", language), ("back", "/"));
        visitor.Path.ShouldBe("/");
        visitor.Page.DocumentElement.GetAttribute("lang")!.ShouldStartWith("es");
        visitor.Words.ShouldContain(app.Text($"language.note.{language}"));
        await visitor.PostAsync("/language", ("language", "es"), ("back", "/"));
        visitor.Words.ShouldNotContain(app.Text($"language.note.{language}"));
        await visitor.PostAsync("/language", ("language", "en"), ("back", "//evil.example/"));
        (visitor.Path, visitor.Page.DocumentElement.GetAttribute("lang")![..2]).ShouldBe(("/", "en"));
    }
}
