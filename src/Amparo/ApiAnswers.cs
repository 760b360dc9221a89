using Amparo.Platform.Api;
using Microsoft.OpenApi;

namespace Amparo;

/// <summary>Says in the API's document what each answer means: the same for all endpoints.</summary>
internal static class ApiAnswers
{
    public static void Explain(OpenApiOperation operation)
    {
        var answers = (operation.Responses ?? []).OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        operation.Responses = [];
        foreach (var (status, answer) in answers)
        {
            answer.Description = Meaning(status, operation.Summary);
            operation.Responses[status] = answer;
        }
        if (operation.Parameters?.Any(p => p.Name == "id") == true && operation.Responses.GetValueOrDefault("200") is OpenApiResponse done)
            done.Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeader { Description = "Its version, for If-Match.", Schema = ApiDocument.Text } };
    }

    private static string Meaning(string status, string? summary) => status switch
    {
        "200" => $"{summary}: done.",
        "400" => "What was sent cannot be read; `errors` says which member.",
        "401" => $"No key, or one that does not work any more. Code: `{ApiFailures.Key}`.",
        "403" => $"The key has not the scope for this. Code: `{ApiFailures.Scope}`.",
        "404" => $"There is none, or it is not visible to your key. Code: `{ApiFailures.Missing}`.",
        "409" => "A rule says no.",
        "412" => "It was changed since you read it.",
        "413" => "The body is longer than 16 KB.",
        "415" => "The body is not application/json.",
        "429" => $"Too many requests: `Retry-After` says when to come again. Code: `{ApiFailures.TooOften}`.",
        _ => status,
    };
}
