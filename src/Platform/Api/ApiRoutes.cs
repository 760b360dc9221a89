using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Platform.Api;

/// <summary>Where programs of other agencies come in. Keys open it, never a session's cookie; each endpoint declares what it needs, as pages do.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>The group that modules map their endpoints into.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) => routes
        .MapGroup(Root)
        .AddEndpointFilter<RouteGroupBuilder, ApiFilter>()
        .WithMetadata([.. ((int[])[StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests])
            .Select(status => new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]))]);

    /// <summary>It acts: it reads a body, may be repeated, and may be refused for these reasons (409), whose keys are stable codes.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes) => endpoint
        .WithMetadata(new Refusals([.. codes, "api.overtaken"]))
        .Produces<Problem>(StatusCodes.Status400BadRequest, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status409Conflict, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status412PreconditionFailed, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, Problem.MediaType);

    internal static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddScoped(sp => new ApiPost(
            sp.GetRequiredService<Data.Db>(), sp.GetRequiredService<Acts.Repeats>(), sp.GetRequiredService<IHttpContextAccessor>(), sp.GetRequiredService<IOptions<JsonOptions>>()));
        return services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            // A member we do not know is passed over, so that a newer client works here; one said twice, or a number in quotes, is not guessed at.
            (json.MaxDepth, json.AllowDuplicateProperties, json.NumberHandling) = (8, false, JsonNumberHandling.Strict);
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
            json.Converters.Add(new UtcInstant());
        });
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }
}

/// <summary>What an endpoint reads, for the API's document. The framework's own metadata would choose endpoints by it: another type of
/// content would find none (404) instead of being told why.</summary>
public sealed record PostedBody(Type Type);

/// <summary>For which reasons an endpoint refuses; the API's document tells them.</summary>
public sealed record Refusals(IReadOnlyList<string> Codes);
