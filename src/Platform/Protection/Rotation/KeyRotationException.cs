namespace Amparo.Platform.Protection.Rotation;

/// <summary>Keys that cannot be rotated as asked, said in a sentence for who runs the command. Nothing was changed.</summary>
public sealed class KeyRotationException(string sentence) : Exception(sentence);
