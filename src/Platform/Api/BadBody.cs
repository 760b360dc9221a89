namespace Amparo.Platform.Api;

/// <summary>What was posted to an endpoint cannot be read: 400 with what is wrong where, 413 or 415.</summary>
public sealed class BadBody(int status, string code, IReadOnlyList<BadField> fields) : Exception(code)
{
    public int Status { get; } = status;

    public IReadOnlyList<BadField> Fields { get; } = fields;
}

/// <summary>A member that cannot stay as it is; <paramref name="Code"/> is a key of the texts.</summary>
public sealed record BadField(string Pointer, string Code, params object[] Details);

/// <summary>The record is no longer what <c>If-Match</c> named (412).</summary>
public sealed class Stale() : Exception("The record was changed since.");
