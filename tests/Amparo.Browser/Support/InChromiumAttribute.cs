using System.Runtime.CompilerServices;

namespace Amparo.Browser.Support;

/// <summary>A test in a real browser: skipped by name where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InChromiumAttribute : FactAttribute
{
    public InChromiumAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        if (!Chromium.IsInstalled)
            Skip = Chromium.Missing;
    }
}
