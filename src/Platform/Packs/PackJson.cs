using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Amparo.Platform.Packs;

/// <summary>How a pack's JSON is read, and how its errors are told to people who write packs.</summary>
internal static partial class PackJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new WordConverter() },
    };

    public static byte[] Bytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return !Utf8.IsValid(bytes) ? throw new JsonException("the file is not in UTF-8.")
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..]
            : bytes;
    }

    public static PackProblem Problem(string file, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0) + 1;
        if (Unknown().Match(error.Message) is { Success: true } unknown)
        {
            return new(file, line, $"“{unknown.Groups["name"].Value}” is not a member here.", "Correct its name, or take it out.");
        }

        if (Missing().Match(error.Message) is { Success: true } missing)
        {
            return new(file, line, $"Missing: {missing.Groups["names"].Value.Replace('\'', ' ').Trim()}.", "Add what is missing before this line.");
        }

        if (error.Path is null)
        {
            return new(file, line, $"Not valid JSON: {Where().Replace(error.Message, "")}", "Look for a comma, quote or bracket too many or too few.");
        }

        var own = Where().Replace(error.Message, "");
        return new(
            file,
            line,
            own.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
                ? $"The value at {error.Path} is not of the right kind."
                : own,
            $"Correct the value at {error.Path}.");
    }

    [GeneratedRegex("The JSON property '(?<name>[^']+)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex("missing required properties including: (?<names>.+?)\\.( |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(" ?(Path: .*|LineNumber: .*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Where();
}
