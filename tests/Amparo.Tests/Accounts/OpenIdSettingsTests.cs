using Amparo.Accounts.OpenId;
using Microsoft.Extensions.Configuration;

namespace Amparo.Tests.Accounts;

public class OpenIdSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["OpenId:Authority"] = "https://id.ministerio.example/reino",
        ["OpenId:ClientId"] = "amparo",
        ["OpenId:ClientSecret"] = "secreto",
        ["OpenId:Name"] = "Ministerio",
    };

    [Fact]
    public void Nothing_set_is_nothing() => Read([]).ShouldBeNull();

    [Fact]
    public void What_is_set_is_read()
    {
        var read = Read(Good, ("Amr", " mfa  hwk"), ("Acr", "nivel-3")).ShouldNotBeNull();
        (read.Authority.OriginalString, read.ClientId, read.ClientSecret, read.Name).ShouldBe(("https://id.ministerio.example/reino", "amparo", "secreto", "Ministerio"));
        read.Amr.ShouldBe(["mfa", "hwk"]);
        read.Acr.ShouldBe(["nivel-3"]);
    }

    [Fact]
    public void The_secret_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            Should.Throw<OpenIdRefused>(() => Read(Good, ("ClientSecretFile", file))).Message.ShouldContain("empty");
            File.WriteAllText(file, "otro secreto\n");
            Read(Good, ("ClientSecret", null), ("ClientSecretFile", file))!.ClientSecret.ShouldBe("otro secreto");
        }
        finally
        {
            File.Delete(file);
        }
        Should.Throw<OpenIdRefused>(() => Read(Good, ("ClientSecretFile", file))).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("Authority", null)]
    [InlineData("ClientId", " ")]
    [InlineData("ClientSecret", null)]
    [InlineData("Name", "")]
    [InlineData("Name", "Un ministerio cuyo nombre no cabe en ningún botón de ninguna página")]
    [InlineData("Authority", "id.ministerio.example")]
    [InlineData("Authority", "http://id.ministerio.example")]
    [InlineData("Authority", "http://127.0.0.1:8080")]
    [InlineData("Authority", "https://id.ministerio.example/?a=b")]
    public void What_is_missing_or_not_safe_stops_the_start(string setting, string? value) =>
        Should.Throw<OpenIdRefused>(() => Read(Good, (setting, value))).Message.ShouldContain($"OpenId:{setting}");

    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://localhost:8080", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("ftp://127.0.0.1", false)]
    public void Without_TLS_it_is_a_provider_on_this_machine_and_no_real_data(string authority, bool isRead)
    {
        OpenIdSettings? Try() => OpenIdSettings.Read(Of(Good, ("Authority", authority)), forReal: false);
        if (isRead)
            Try().ShouldNotBeNull();
        else
            Should.Throw<OpenIdRefused>(Try);
    }

    private static OpenIdSettings? Read(Dictionary<string, string?> settings, params (string Name, string? Value)[] others) =>
        OpenIdSettings.Read(Of(settings, others), forReal: true);

    private static IConfiguration Of(Dictionary<string, string?> settings, params (string Name, string? Value)[] others)
    {
        var all = new Dictionary<string, string?>(settings);
        foreach (var (name, value) in others)
            all[$"OpenId:{name}"] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
