using Amparo.Platform;
using Amparo.Platform.Packs;

namespace Amparo.Accounts.Conduct;

/// <summary>The country's rules for whoever works with this program; with a new version everybody reads and accepts them again.</summary>
internal sealed record CodeOfConduct(string Version, DateOnly Date, IReadOnlyList<ConductRule> Rules)
{
    private const string File = "accounts/conduct.json";

    public static PackSection Section { get; } = PackSection.Of<CodeOfConduct>(File, (code, _) => code.Flaws());

    public Code VersionCode => new(Version);

    public static CodeOfConduct Of(Pack pack) => pack.Read<CodeOfConduct>(File);

    private IEnumerable<PackFlaw> Flaws()
    {
        if (!Code.IsCode(Version))
            yield return new(Version, $"The code of conduct has no version that can be kept, “{Version}”.", "Write up to 40 letters, digits, dots or hyphens.");
        if (Rules.Count == 0)
            yield return new(Version, "The code of conduct has no rules.", "Write at least one.");
    }
}

/// <summary>One rule: what to do, and what that means.</summary>
internal sealed record ConductRule(Label Title, Label Text);
