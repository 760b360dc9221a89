namespace Amparo.Platform.Texts;
public sealed class Texts { public string this[string key, params object[] args] => key; }
