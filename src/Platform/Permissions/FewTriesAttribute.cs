namespace Amparo.Platform.Permissions;

/// <summary>A page where strangers may be guessing: few posts from one address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FewTriesAttribute : Attribute;
