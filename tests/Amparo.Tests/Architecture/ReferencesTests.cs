using System.Xml.Linq;
using Amparo.Tests.Support;

namespace Amparo.Tests.Architecture;

/// <summary>Who may reference whom; nothing else may.</summary>
public class ReferencesTests
{
    private static readonly string[] Modules =
        ["Platform", "Accounts", "Providers", "Contacts", "Cases", "Referrals", "PolicyTracker", "Training", "Campaigns", "Insights", "Telephony", "Screening", "Statistics"];

    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Platform"] = [],
        ["Statistics"] = [],
        ["Screening"] = [],
        ["Providers"] = ["Platform"],
        ["Accounts"] = ["Platform", "Providers"],
        ["PolicyTracker"] = ["Platform", "Providers"],
        ["Contacts"] = ["Platform", "Providers", "Screening", "Statistics"],
        ["Cases"] = ["Platform", "Providers", "Contacts", "Screening", "Statistics"],
        ["Referrals"] = ["Platform", "Providers", "Contacts", "Cases"],
        ["Training"] = ["Platform", "Providers", "Statistics"],
        ["Campaigns"] = ["Platform", "Providers", "Statistics"],
        ["Telephony"] = ["Platform", "Contacts"],
        ["Insights"] = ["Platform", "Providers", "Statistics", "Contacts", "Cases", "Referrals", "Training", "Campaigns"],
        ["Migrations"] = Modules,
        ["Demo"] = ["Platform", "Accounts", "Providers", "Screening", "Contacts", "Cases", "Referrals"],
        ["Amparo"] = [.. Modules, "Migrations", "Demo"],
    };

    public static TheoryData<string> Projects => [.. Source.Of("src", ".csproj").Select(file => file.Path)];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_names_only_those_it_may(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        May.Keys.ShouldContain(name, $"{path} is not in the table: say here whom it may reference.");
        var referenced = Load(path).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        referenced.Except(May[name]).ShouldBeEmpty($"{name} may only name: {string.Join(", ", May[name])}");
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_shows_its_insides_to_the_tests_and_the_demonstration_alone(string path)
    {
        var friends = Load(path).Descendants("InternalsVisibleTo").Select(f => f.Attribute("Include")!.Value);
        // The demonstration tells its stories as the tests do, through the entities. The host starts the workers and the command line that Platform keeps to itself.
        friends.Except(["Amparo.Tests", "Amparo.Statistics.Tests", "Amparo.Browser", "Amparo.WritePath", "Amparo.Load", "Amparo.Demo", .. Path.GetFileNameWithoutExtension(path) is "Platform" ? ["Amparo"] : Array.Empty<string>()]).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_project_references_it_names_itself()
    {
        Load("Directory.Build.props").Descendants("DisableTransitiveProjectReferences").Single().Value.ShouldBe("true");
        Source.Of("src", ".csproj").Where(file => file.Text.Contains("DisableTransitiveProjectReferences", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(TestApp.Root, "Amparo.slnx")).Replace('\\', '/');
        Source.Of("src", ".csproj").Where(file => !solution.Contains(file.Path, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static XDocument Load(string path) => XDocument.Load(Path.Combine(TestApp.Root, path));
}
