using System.Text.Json.Nodes;
using Amparo.Platform;
using Amparo.Platform.Api;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Amparo;

/// <summary>The API described for those who write the other program: OpenAPI 3.1, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    public const string Path = ApiRoutes.Root + "/openapi.json";
    private const string Key = "key";

    private const string About = """
        By this API a program of an agency receives the referrals that the line sends to it, and answers them: the same acts, under the same
        rules, as on the pages. An administrator of the line makes a key for it (`/api-keys`) with the scopes it needs.

        **Acting once.** Send an `Idempotency-Key` with every post and the same one when you try again: the same request acts once and is
        answered alike. The key stands for that very request; on another address or with another body it is another request.

        **Not overwriting.** `ETag` holds a referral's version. Send it as `If-Match`, and the post is refused (412) when somebody answered meanwhile.

        **Problems** are RFC 9457. Decide by `code`, which is stable; `detail` is for people. What is not visible to your key is not found (404).

        **Instants** are ISO 8601 in UTC. Members we do not know are ignored. A body has 16 KB at most. Who asks too often gets 429 with `Retry-After`.

        **Polling.** There are no webhooks: a listening address at the agency would be one more thing to guard. Ask for `state=sent` every minute or so.
        """;

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = api => $"/{api.RelativePath}".StartsWith(ApiRoutes.Root, StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer(CompleteAsync);
        options.AddSchemaTransformer((schema, context, _) => Plain(schema, context.JsonTypeInfo.Type));
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/api/{documentName}/openapi.json").WithMetadata(new OpenToAllAttribute());

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "Amparo", Version = "1", Description = About.ReplaceLineEndings("\n") };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The key that an administrator made: `Authorization: Bearer amp_…`. Cookies are not looked at.",
        };
        return Task.CompletedTask;
    }

    private static async Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        ApiAnswers.Explain(operation);
        if (metadata.OfType<PostedBody>().FirstOrDefault() is { } body)
            operation.RequestBody = await BodyAsync(body.Type, context, cancel);
        if (metadata.OfType<Refusals>().FirstOrDefault() is not { } refusals)
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(Header(ApiPost.KeyHeader, "The same when you try again, so that it acts once: 1 to 200 printable signs.", "5f0c2b1e-accept"));
        operation.Parameters.Add(Header("If-Match", "The ETag you read: refused (412) when it is another now.", "\"3\""));
        if (operation.Responses?["409"] is OpenApiResponse refused)
            refused.Description += $" Codes: {string.Join(", ", refusals.Codes.Select(code => $"`{code}`"))}.";
        foreach (var (type, content) in operation.Responses?["409"].Content ?? new Dictionary<string, OpenApiMediaType>())
            content.Example = new JsonObject { ["status"] = 409, ["title"] = "Conflict", ["code"] = refusals.Codes[0], ["reference"] = "4bf92f35" };
    }

    private static async Task<OpenApiRequestBody> BodyAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancel);
        var needed = schema.Required is { Count: > 0 };
        return new OpenApiRequestBody
        {
            Required = needed,
            Description = needed ? "JSON, 16 KB at most." : "JSON, 16 KB at most; may be left out.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema, Example = Example(schema) } },
        };
    }

    // What a caller of the API would send: a code of Peru's pack, a few words.
    private static JsonObject Example(OpenApiSchema schema)
    {
        var example = new JsonObject();
        foreach (var member in schema.Properties?.Keys ?? [])
        {
            example[member] = member switch
            {
                "reason" => "no-capacity",
                "outcome" => "people-rescued",
                "people" => 3,
                _ => "Sale la patrulla",
            };
        }
        return example;
    }

    private static OpenApiParameter Header(string name, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = Text,
        Example = example,
    };

    internal static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    // Ids, codes and instants have converters of their own, into which no schema can look.
    private static Task Plain(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type);
        var text = plain is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        type = plain ?? type;
        if (type == typeof(Code))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String, "^[A-Za-z0-9.-]{1,40}$");
        else if (type == typeof(DateTimeOffset))
            schema.Type = text;
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        return Task.CompletedTask;
    }
}
