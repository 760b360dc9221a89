using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Api;

/// <summary>Why something was not done, for programs (RFC 9457).</summary>
[Description("Why something was not done (RFC 9457).")]
public sealed record Problem
{
    public const string MediaType = "application/problem+json";

    [Description("The HTTP status again.")]
    public required int Status { get; init; }

    [Description("What the status means.")]
    public required string Title { get; init; }

    [Description("Stable: what your program decides by.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    [Description("The same for people, in the language of Accept-Language: Spanish or English.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    [Description("What is wrong with which member of the body.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    [Description("What to quote to the line when you ask about it.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reference { get; init; }
}

/// <summary>What is wrong with one member of a body.</summary>
public sealed record FieldProblem(
    [property: Description("The member, as a JSON Pointer (RFC 6901); empty for the body itself.")] string Pointer,
    [property: Description("Stable.")] string Code,
    [property: Description("The same for people.")] string Detail);
