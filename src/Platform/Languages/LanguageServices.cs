using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Amparo.Platform.Languages;

/// <summary>The language of a request: chosen, asked for by the browser, or Spanish.</summary>
public static class LanguageServices
{
    public static IServiceCollection AddAmparoLanguages(this IServiceCollection services)
    {
        services.AddTexts(typeof(Texts));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Show>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, TextLocalizer>());
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options =>
            options.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type));
        return services.AddSingleton<IPostConfigureOptions<MvcOptions>, Messages>();
    }

    public static IApplicationBuilder UseAmparoLanguages(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => value.Value.ToString());
        var language = Language.Of(http.Request.Cookies[Language.Cookie], accepted);
        http.Features.Set(language);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(http);
    });

    /// <summary>
    /// <c>POST /language</c>, a plain form. It carries no forgery token: the worst a forged choice does is to change the language,
    /// and without a token public pages need no cookie before somebody acts.
    /// </summary>
    public static IEndpointConventionBuilder MapAmparoLanguages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", Choose).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();

    private static IResult Choose(HttpContext http, [FromForm] string? language, [FromForm] string? back)
    {
        // A session cookie: on a borrowed phone nothing stays.
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true };
        if (Language.May(language))
            http.Response.Cookies.Append(Language.Cookie, language!, options);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = IsLocal(back) ? back : "/";
        return Results.Empty;
    }

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && url.All(char.IsAscii);
}
