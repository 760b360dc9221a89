using Amparo.Commands;
using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

/// <summary>What the pack says of consent and legal bases must be possible.</summary>
public class ConsentPackTests
{
    [Theory]
    [InlineData("cases/consent-fields.json", "[\"area\"]", "[\"aera\"]", "\"where\"", "No field that can leave has the code “aera”")]
    [InlineData("referrals/bases.json", "\"reviewWithinHours\": 24", "\"reviewWithinHours\": 23", "\"vital-interest\"", "No clock watches that “vital-interest” is reviewed within 23 hours")]
    [InlineData("referrals/bases.json", "\"code\": \"legal-mandate\"", "\"code\": \"mandate\"", "\"vital-interest\"", "No basis has the code “legal-mandate”")]
    public void Each_mistake_is_told_with_its_file_its_line_and_a_remedy(string file, string old, string with, string line, string message)
    {
        using (var right = PackFolder.CopyOfZz())
            Problems(right).ShouldNotContain(p => p.File == file, "it is right before");
        using var folder = PackFolder.CopyOfZz().Replace(file, old, with);
        var problem = Problems(folder).Single(p => p.File == file && p.Message.Contains(message, StringComparison.Ordinal));
        problem.Line.ShouldBe(folder.LineOf(file, line));
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    private static IReadOnlyList<PackProblem> Problems(PackFolder folder)
    {
        var (sections, events) = ModuleSections.All();
        return PackCheck.Run(folder.Path, sections, events);
    }
}
