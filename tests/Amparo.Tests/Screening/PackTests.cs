using Amparo.Commands;
using Amparo.Platform.Packs;
using Amparo.Tests.Packs;

namespace Amparo.Tests.Screening;

/// <summary>What the check of a pack says of a question bank: file, line, and what to do.</summary>
public class PackTests
{
    private const string Questions = "screening/questions.json";
    private const string Elements = "screening/elements.json";
    private const string Indicators = "screening/indicators.json";

    [Theory]
    [InlineData("pe")]
    [InlineData("zz")]
    public void Both_packs_are_sound(string pack) => Check(pack == "pe" ? PackFolder.Pe : PackFolder.Zz).ShouldBeEmpty();

    [Theory]
    [InlineData(Questions, "\"means.deception\"", "\"means.decepton\"", "means.decepton", "fires an unknown element, “means.decepton”")]
    [InlineData(Questions, "\"DR.nature\"", "\"DR.natur\"", "DR.natur", "fires an unknown indicator, “DR.natur”")]
    [InlineData(Questions, "\"label\": { \"es\": \"No, es otro\", \"en\": \"No, it is another\" },", "", "lie", "The answer “lie” of promise has no words")]
    [InlineData(Questions, "\"en\": \"Did you hear blows?\"", "\"fr\": \"Coups ?\"", "¿Oyó golpes?", "no text in “en”")]
    [InlineData(Questions, "\"askAbout\": { \"es\": \"¿Oyó golpes?\", \"en\": \"Did you hear blows?\" },", "", "cries", "Question cries has no words for anybody else")]
    [InlineData(Questions, "\"ask\": { \"es\": \"¿Alguien le ofreció el trabajo?\", \"en\": \"Did somebody offer you the work?\" },", "", "offer", "no words for the person concerned")]
    [InlineData(Questions, "\"asked\": \"bystander\",", "\"asked\": \"bystander\", \"ask\": { \"es\": \"¿Y usted?\", \"en\": \"And you?\" },", "cries", "has words for somebody it is not for")]
    [InlineData(Questions, "\"code\": \"pay\"", "\"code\": \"offer\"", "promise/offer", "The code “offer” is used twice")]
    [InlineData(Questions, "\"code\": \"pay\"", "\"code\": \"el pago\"", "el pago", "“el pago” is no code")]
    [InlineData(Questions, "{ \"code\": \"yes\", \"elements\": [{ \"code\": \"wrong.violence\", \"strength\": \"medium\" }] }", "{ \"code\": \"yes\" }", "cries/yes", "The answer “yes” of cries says nothing")]
    [InlineData(Questions, "{ \"code\": \"yes\", \"denies\": true }", "{ \"code\": \"yes\" }", "promise/yes", "The answer “yes” of promise says nothing")]
    [InlineData(Questions, "{ \"code\": \"yes\", \"elements\": [{ \"code\": \"act.recruitment\"", "{ \"code\": \"yes\", \"denies\": true, \"elements\": [{ \"code\": \"act.recruitment\"", "offer/yes", "denies, and fires an act")]
    [InlineData(Questions, "{ \"code\": \"yes\", \"denies\": true }", "{ \"code\": \"declined\", \"denies\": true }", "declined", "lists “declined”, which every question has")]
    [InlineData(Questions, "\"age\": \"could-be-under18\"", "\"denies\": true", "age", "about age and tells none", ", \"age\": \"adult\"")]
    [InlineData(Questions, "\"strength\": \"medium\"", "\"strength\": \"huge\"", "huge", "“huge” is not one of: weak, medium, strong")]
    [InlineData(Elements, "\"kind\": \"benefit\"", "\"kind\": \"procurement\"", "[", "No form of the element Benefit is listed")]
    [InlineData(Elements, "  {\n    \"code\": \"work.pay\"", "  {\n    \"code\": \"work.rest\",\n    \"kind\": \"labour-rights\",\n    \"label\": { \"es\": \"Descanso\", \"en\": \"Rest\" },\n    \"norm\": { \"text\": null, \"confirmed\": false }\n  },\n  {\n    \"code\": \"work.pay\"", "work.rest", "No question can show the element “work.rest”")]
    [InlineData("contacts/acts.json", "  {\n    \"code\": \"recruitment\"", "  {\n    \"code\": \"retention\",\n    \"label\": { \"es\": \"Retención\", \"en\": \"Retention\" },\n    \"norm\": { \"text\": null, \"confirmed\": false },\n    \"palermo\": false\n  },\n  {\n    \"code\": \"recruitment\"", "retention", "No question can show the element “act.retention”")]
    [InlineData(Indicators, "\"unasked\": { \"es\": \"Se observa.\", \"en\": \"It is observed.\" },", "", "EX.mood", "No question fires the indicator “EX.mood”")]
    [InlineData(Indicators, "\"label\": { \"es\": \"Engaño sobre el trabajo\", \"en\": \"Deceived about the work\" },", "\"label\": { \"es\": \"Engaño\", \"en\": \"Deceived\" }, \"unasked\": { \"es\": \"No.\", \"en\": \"No.\" },", "DR.nature", "says it is not asked, and a question fires it")]
    [InlineData(Indicators, "[{ \"set\": \"child-labour\", \"strength\": \"weak\", \"confirmed\": false }]", "[]", "EX.mood", "no single strength in a set")]
    [InlineData("screening/answers.json", "\"declined\"", "\"refused\"", "[", "The answer “declined” has no words")]
    public void Each_mistake_is_told_with_its_file_its_line_and_a_remedy(string file, string old, string with, string at, string message, string without = "")
    {
        using var folder = PackFolder.CopyOfZz().Replace(file, old, with);
        if (without.Length > 0)
            folder.Replace(file, without, "");
        var problems = Check(folder.Path);
        var problem = problems.FirstOrDefault(problem => problem.File == file && problem.Message.Contains(message, StringComparison.Ordinal))
            .ShouldNotBeNull(string.Join('\n', problems));
        problem.Line.ShouldBe(LineOf(folder, file, at));
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{ \"code\": null }]")]
    [InlineData("\"words\"")]
    public void Nonsense_is_told_and_never_thrown(string nonsense)
    {
        foreach (var file in (string[])[Questions, Elements, Indicators, "screening/answers.json"])
        {
            using var folder = PackFolder.CopyOfZz().Write(file, nonsense);
            Check(folder.Path).ShouldContain(problem => problem.File == file, file);
        }
    }

    private static IReadOnlyList<PackProblem> Check(string folder)
    {
        var (sections, events) = ModuleSections.All();
        return [.. PackCheck.Run(folder, sections, events.Concat(Shapes.Events).DistinctBy(e => e.Key).ToDictionary())];
    }

    // “cries/yes”: the first line with yes after the first line with cries; each as a code where there is one.
    private static int LineOf(PackFolder folder, string file, string at)
    {
        var lines = File.ReadAllLines(Path.Combine(folder.Path, file));
        var line = 0;
        foreach (var part in at.Split('/'))
        {
            var code = $"\"code\": \"{part}\"";
            var text = lines.Skip(line).Any(candidate => candidate.Contains(code, StringComparison.Ordinal)) ? code : part;
            line += lines.Skip(line).TakeWhile(candidate => !candidate.Contains(text, StringComparison.Ordinal)).Count() + 1;
        }

        return line;
    }
}
