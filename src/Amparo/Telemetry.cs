using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Amparo;

/// <summary>Metrics and traces over OTLP where <c>Otlp:Endpoint</c> names a collector; without it nothing is gathered.</summary>
/// <remarks>Traces keep the route's pattern, never the path: an address can hold an id, and ids of people are nobody else's business.</remarks>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Otlp:Endpoint"] is { Length: > 0 } endpoint)
            services.AddHostedService(_ => new TelemetryExport(new Uri(endpoint)));
    }

    /// <summary>Says of a span what ASP.NET Core 10 leaves unsaid: the route's pattern, the method and the result.</summary>
    public static void UseRoutesInTraces(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = $"{http.Request.Method} {route}".TrimEnd();
        span.SetTag("http.request.method", http.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
    });

    private sealed class TelemetryExport(Uri endpoint) : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("amparo");
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore")
                .AddProcessor(new LeaveOutPaths())
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
                .Build();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Amparo")
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }

    private sealed class LeaveOutPaths : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            foreach (var tag in (string[])["url.path", "url.query", "url.full", "client.address", "user_agent.original"])
                data.SetTag(tag, null);
        }
    }
}
