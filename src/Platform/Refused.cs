namespace Amparo.Platform;

/// <summary>A rule of the domain says no. The person sees the same page again with the reason (409); <paramref name="reason"/> is a key of the texts.</summary>
public class Refused(string reason, params object[] details) : Exception(reason)
{
    public object[] Details { get; } = details;
}

/// <summary>Somebody else saved while this form was being filled in: the page comes back with both (409).</summary>
public sealed class Overtaken() : Refused("conflict.someone-else");

/// <summary>There is no such record, or it is not visible to who asks: the two cannot be told apart (404).</summary>
public sealed class Missing() : Exception("No such record, or not visible.");
