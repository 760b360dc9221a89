using System.Text.Encodings.Web;
using System.Text.Unicode;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Amparo.Platform.Kit;

/// <summary>The kit in the host: <c>builder.Services.AddKit(…)</c>, <c>app.UseKit()</c>.</summary>
public static class KitServices
{
    /// <summary>Needs a <see cref="TimeZoneInfo"/> (the country's) and an <see cref="Permissions.IPermits"/> in the container.</summary>
    public static IServiceCollection AddKit(this IServiceCollection services, Action<KitOptions>? configure = null)
    {
        services.AddAmparoLanguages();
        services.AddFailures();
        services.TryAddSingleton<Menu>();
        services.AddOptions<KitOptions>();
        if (configure is not null)
            services.Configure(configure);

        // "ñ" as one letter, not as seven characters: public pages have 14 KB.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Modules keep their pages in their roots; the layouts stay with the host.
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Pages/Shared/{0}.cshtml"));
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    /// <summary>First in the pipeline: headers, failures, language, compression of public pages, static files, the language form.</summary>
    public static WebApplication UseKit(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        // Reads every text now: a key in two modules stops the start, not the night shift.
        app.Services.GetRequiredService<Texts>();
        app.UseSafeHeaders();
        app.UseFailures();
        app.UseAmparoLanguages();

        // BREACH: the length of a compressed answer betrays a secret that stands beside words an attacker can choose. So only static
        // files and pages that say they hold nothing secret are compressed; staff pages never. (The forgery token in a public form is
        // masked anew on every answer.)
        app.UseWhen(IsPublicPage, pages => pages.UseResponseCompression());
        app.MapStaticAssets().AllowAnonymous();
        app.MapAmparoLanguages();
        return app;
    }

    private static bool IsPublicPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
