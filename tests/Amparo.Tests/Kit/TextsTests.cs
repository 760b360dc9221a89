using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Amparo.Platform.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Kit;

/// <summary>Texts are whole in every module: nothing missing, nothing left over, the same places to fill in.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_stands_in_Spanish_and_in_English()
    {
        SourceTexts.ResourceFiles.ShouldNotBeEmpty();
        foreach (var file in SourceTexts.ResourceFiles)
        {
            var english = SourceTexts.Read(SourceTexts.English(file)).Keys.ToList();
            var spanish = SourceTexts.Read(file).Keys.ToList();
            spanish.Except(english).ShouldBeEmpty($"not in English: {SourceTexts.Short(file)}");
            english.Except(spanish).ShouldBeEmpty($"not in Spanish: {SourceTexts.Short(file)}");
        }
    }

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        foreach (var file in SourceTexts.ResourceFiles)
        {
            var english = SourceTexts.Read(SourceTexts.English(file));
            foreach (var (key, text) in SourceTexts.Read(file))
                Places(english[key]).ShouldBe(Places(text), $"{key} in {SourceTexts.Short(file)}");
        }
    }

    [Fact]
    public void No_text_is_empty()
    {
        foreach (var file in SourceTexts.ResourceFiles.SelectMany(file => new[] { file, SourceTexts.English(file) }))
            SourceTexts.Read(file).Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => pair.Key).ShouldBeEmpty(SourceTexts.Short(file));
    }

    [Fact]
    public void No_key_stands_in_two_modules() =>
        SourceTexts.ResourceFiles.SelectMany(file => SourceTexts.Read(file).Keys).GroupBy(key => key).Where(group => group.Count() > 1)
            .Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_text_asked_for_exists()
    {
        var known = SourceTexts.ResourceFiles.SelectMany(file => SourceTexts.Read(file).Keys).ToHashSet(StringComparer.Ordinal);
        SourceTexts.Asked().Where(asked => !known.Contains(asked.Key)).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var used = SourceTexts.Used();
        SourceTexts.ResourceFiles.SelectMany(file => SourceTexts.Read(file).Keys).Where(key => !used(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Spanish_keeps_the_voice_of_the_house()
    {
        foreach (var file in SourceTexts.ResourceFiles)
        {
            SourceTexts.Read(file).Where(pair => Blame().IsMatch(pair.Value)).Select(pair => $"{pair.Key}: {pair.Value}")
                .ShouldBeEmpty(SourceTexts.Short(file));
        }
    }

    [Fact]
    public async Task A_missing_text_throws_where_we_look_and_shows_its_key_where_people_look()
    {
        await using (var testing = await KitHost.StartAsync())
        {
            var texts = testing.App.Services.GetRequiredService<Texts>();
            Should.Throw<MissingTextException>(() => texts["no.such"]).Key.ShouldBe("no.such");
        }

        await using var production = await KitHost.StartAsync("Production");
        production.App.Services.GetRequiredService<Texts>()["no.such"].ShouldBe("no.such");
    }

    [Fact]
    public void A_key_in_two_modules_stops_the_start()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment());
        services.AddTexts(typeof(Texts));
        services.AddTexts(new Twice());
        using var provider = services.BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<Texts>()).Message.ShouldContain("layout.nav");
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    // "Falta…", not "error"; "contacto" or "reporte", not "denuncia"; "setiembre"; no shouting.
    [GeneratedRegex(@"\berror\b|\binválid|\bdenuncia\b|septiembre|[¡!]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Blame();

    /// <summary>A second module that brings a key of the first.</summary>
    private sealed class Twice : ResourceManager
    {
        public override string BaseName => "Second";

        public override ResourceSet GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents)
        {
            var stream = new MemoryStream();
            var writer = new ResourceWriter(stream);
            writer.AddResource("layout.nav", "x");
            writer.Generate();
            stream.Position = 0;
            return new ResourceSet(stream);
        }
    }
}
