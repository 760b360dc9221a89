namespace Amparo.Platform.Events;

/// <summary>The file of the country pack that lists the codes an event's property holds, so that what a pack says of the event can be checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeOfAttribute(string file) : Attribute
{
    public string File { get; } = file;
}
