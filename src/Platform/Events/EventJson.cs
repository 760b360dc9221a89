using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amparo.Platform.Events;

/// <summary>How events are written in the audit and the outbox: camel case, enums by name, without About and Under, which have their own columns.</summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSubjects } },
    };

    public static string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static IEvent Read(string data, Type type) => (IEvent)JsonSerializer.Deserialize(data, type, Options)!;

    private static void LeaveOutSubjects(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].PropertyType == typeof(Subject) || type.Properties[i].PropertyType == typeof(Subject?))
                type.Properties.RemoveAt(i);
        }
    }
}
