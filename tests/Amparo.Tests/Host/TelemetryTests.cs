using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Amparo.Tests.Host;

/// <summary>What leaves for a collector of metrics and traces: routes and durations, never an id, an address or a word of anybody.</summary>
public class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_routes_and_nothing_of_anybody()
    {
        await using var collector = await Collector.StartAsync();
        string contact, referral;
        await using (var app = await TestApp.StartAsync("sqlite", services => services.AddTelemetry(collector.Settings)))
        {
            var julia = await app.SignedInAsync(TestApp.Operator);
            (contact, referral) = await julia.DeclareDangerAsync(app);
            await julia.GoAsync(contact + "?words=Casa%20verde");
        }

        var traces = collector.Got("trace");
        traces.ShouldContain("POST contacts/{id}/danger");
        traces.ShouldContain("http.response.status_code");
        collector.Got("metrics").ShouldContain("http.server.request.duration");
        foreach (var private_ in (string[])[contact, Line.Id(contact).ToString("N"), Line.Id(referral).ToString("N"), "Casa", Line.Account, TestApp.Operator, "Piura"])
        {
            traces.ShouldNotContain(private_);
            collector.Got("metrics").ShouldNotContain(private_);
        }
    }

    /// <summary>Speaks the collector's side of OTLP over HTTP/2 on loopback, as far as keeping what it is sent.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Service, byte[] Body)> got) : IAsyncDisposable
    {
        public IConfiguration Settings => new ConfigurationBuilder().AddInMemoryCollection([new("Otlp:Endpoint", app.Urls.First())]).Build();

        public static async Task<Collector> StartAsync()
        {
            var got = new ConcurrentQueue<(string, byte[])>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
            var app = builder.Build();
            app.MapPost("{service}/Export", async (string service, HttpRequest request, HttpResponse response) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                got.Enqueue((service, body.ToArray()));
                // An empty answer is a whole one: five bytes of a gRPC frame, and the status in the trailer.
                response.ContentType = "application/grpc";
                response.DeclareTrailer("grpc-status");
                await response.Body.WriteAsync(new byte[5]);
                response.AppendTrailer("grpc-status", "0");
            });
            await app.StartAsync();
            return new Collector(app, got);
        }

        public string Got(string kind) => string.Concat(got.Where(sent => sent.Service.Contains(kind, StringComparison.Ordinal)).Select(sent => Encoding.UTF8.GetString(sent.Body)));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
