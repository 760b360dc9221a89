using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;

namespace Amparo.Accounts.Reviews;

/// <summary>What follows when nobody confirms in time what an account may do. The time itself is a clock of the pack.</summary>
/// <param name="TellBeforeDays">How long before it runs out an administrator sees the account on the list.</param>
/// <param name="ClosesAfterDays">How long after it ran out the account still opens.</param>
/// <param name="NeverCloses">Roles whose accounts go on opening, late or not: nobody to take a call or to answer a danger at night is the greater harm, and
/// without an administrator nobody could open an account again.</param>
internal sealed record ReviewRules(int TellBeforeDays, int ClosesAfterDays, IReadOnlyList<string> NeverCloses)
{
    private const string File = "accounts/reviews.json";

    public static PackSection Section { get; } = PackSection.Of<ReviewRules>(File, (rules, _) => rules.Flaws());

    public static ReviewRules Of(Pack pack) => pack.Read<ReviewRules>(File);

    private IEnumerable<PackFlaw> Flaws()
    {
        if (TellBeforeDays < 0 || ClosesAfterDays < 0)
            yield return new("", "A review of privileges cannot have fewer than 0 days.", "Write whole numbers from 0 on.");
        foreach (var unknown in NeverCloses.Where(role => !Role.All.Contains(role)))
            yield return new(unknown, $"There is no role “{unknown}”.", $"Use: {string.Join(", ", Role.All)}.");
        if (!NeverCloses.Contains(Role.Administrator))
            yield return new("", "Administrators' accounts would close, and then nobody could open them again.", $"Add \"{Role.Administrator}\" to neverCloses.");
    }
}
