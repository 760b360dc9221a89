using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amparo.Accounts.SigningIn;
using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Host;

/// <summary>Everything the program says to anybody but the person at the page: logs at their most talkative, addresses, metrics, traces.</summary>
internal sealed class Watched : ILoggerProvider, IDisposable
{
    private readonly ConcurrentQueue<(string Where, string Said)> _said = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public Watched()
    {
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((i, _, tags, _) => Measured(i, tags));
        _meters.SetMeasurementEventCallback<int>((i, _, tags, _) => Measured(i, tags));
        _meters.SetMeasurementEventCallback<double>((i, _, tags, _) => Measured(i, tags));
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Amparo", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say("trace", $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyCollection<(string Where, string Said)> Said => _said;

    public void Join(IServiceCollection services) => services.AddLogging(logs => logs.AddProvider(this).AddFilter<Watched>(null, LogLevel.Trace));

    /// <summary>Somebody signed in whose every request and answer is kept.</summary>
    public async Task<Browser> SignedInAsync(TestApp app, string login)
    {
        var browser = Browser(app);
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", DemoStory.Password));
        await browser.SendAsync(("Code", Totp.Code(Totp.DemoKey(login), app.Clock.GetUtcNow())));
        return browser;
    }

    public Browser Browser(TestApp app) =>
        new(new HttpClient(new Wire(this)) { BaseAddress = app.Address });

    public void Say(string where, string said) => _said.Enqueue((where, said));

    public ILogger CreateLogger(string categoryName) => new Ears(this, categoryName);

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Say("metric", $"{instrument.Name} {string.Join(' ', tags.ToArray())}");

    private sealed class Ears(Watched watched, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            watched.Say($"scope {category}", $"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            watched.Say($"log {category}", $"{formatter(state, exception)} {state} {exception}");
    }

    private sealed class Wire(Watched watched) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            watched.Say("address", Uri.UnescapeDataString(request.RequestUri!.ToString()));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var (name, values) in answer.Headers)
                watched.Say($"header {name}", Uri.UnescapeDataString(string.Join(' ', values)));
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            var title = body.IndexOf("<title>", StringComparison.Ordinal);
            if (title >= 0)
                watched.Say("title", System.Net.WebUtility.HtmlDecode(body[title..body.IndexOf("</title>", StringComparison.Ordinal)]));
            if (answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true || (int)answer.StatusCode is 404 or >= 500)
                watched.Say("failure", body);
            return answer;
        }
    }
}
