using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

public class PackCheckTests
{
    [Theory]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minutes\": 7", "\"escalation\": [", "Not valid JSON")]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minuets\": 7,", "minuets", "“minuets” is not a member")]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minutes\": \"7\",", "\"7\"", "not of the right kind")]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minutes\": 7, \"minutes\": 8,", "\"minutes\": 8", "minutes")]
    [InlineData("clocks.json", "\"minutes\": 7,", "", "\"danger-respond\"", "no single length")]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minutes\": 7, \"days\": 1,", "\"danger-respond\"", "no single length")]
    [InlineData("clocks.json", "\"minutes\": 7,", "\"minutes\": 0,", "\"danger-respond\"", "no single length")]
    [InlineData("clocks.json", "\"kind\": \"evidence\"", "\"kind\": \"guess\"", "guess", "“guess” is not one of: respond, expires, evidence")]
    [InlineData("clocks.json", "[\"referral.accepted\", \"referral.declined\", \"referral.withdrawn\"]", "[\"referral.lost\"]", "referral.lost", "no event is called “referral.lost”")]
    [InlineData("clocks.json", "[\"referral.accepted\", \"referral.declined\", \"referral.withdrawn\"]", "[]", "[]", "never stops")]
    [InlineData("clocks.json", "[\"referral.accepted\", \"referral.declined\", \"referral.withdrawn\"]", "[null]", "[null]", "null")]
    [InlineData("clocks.json", "\"second-contact\"", "\"mayor\"", "mayor", "“mayor” is not one of: second-contact, supervisor, prosecutor, auditor")]
    [InlineData("clocks.json", "\"officeKind\": [\"police\"]", "\"officeKind\": [\"polise\"]", "polise", "“polise” is unknown as officeKind")]
    [InlineData("clocks.json", "\"officeKind\": [\"police\"]", "\"officeKind\": []", "\"officeKind\": []", "names no code")]
    [InlineData("clocks.json", "\"officeKind\": [\"police\"]", "\"office\": [\"police\"]", "\"office\":", "referral.sent says no code “office”")]
    [InlineData("clocks.json", "\"officeKind\": [\"police\"]", "\"to\": [\"police\"]", "\"to\": [", "referral.sent says no code “to”")]
    [InlineData("clocks.json", "\"urgency\": [\"ordinary\"]", "\"urgency\": [\"slow\"]", "slow", "“slow” is unknown as urgency")]
    [InlineData("clocks.json", "\"urgency\": [\"ordinary\"]", "\"purpose\": [\"shelter\"]", "\"shelter\"", "“shelter” is unknown as purpose")]
    [InlineData("clocks.json", "\"when\": { \"urgency\": \"danger\" }", "\"when\": { \"urgency\": \"dangr\" }", "dangr", "“dangr” is unknown as urgency")]
    [InlineData("clocks.json", "\"afterMinutes\": 2", "\"afterMinutes\": 5", "\"escalation\": [", "not in order")]
    [InlineData("clocks.json", "\"code\": \"link\"", "\"code\": \"letter\", \"minutes\": null", "\"minutes\": null", "“letter” is used twice")]
    [InlineData("holidays.json", "\"day\": 3", "\"day\": 32", "\"founding\"", "“founding” falls on no day")]
    [InlineData("holidays.json", "\"day\": 29", "\"day\": 30", "\"leap\"", "“leap” falls on no day")]
    [InlineData("holidays.json", "\"easter\": 1", "\"easter\": 1, \"month\": 4", "\"easter-monday\"", "falls on no day")]
    [InlineData("holidays.json", "\"until\": 2030", "\"until\": 2019", "\"easter-monday\"", "ends before it begins")]
    [InlineData("pack.json", "Asia/Kathmandu", "Asia/Shangri-La", "Shangri-La", "not a known time zone")]
    [InlineData("pack.json", "\"nationalUnit\": \"guard\"", "\"nationalUnit\": \"army\"", "army", "“army” is not an office")]
    [InlineData("pack.json", "\"nationalUnit\": \"guard\",", "", "}", "Missing: nationalUnit")]
    [InlineData("pack.json", "\"defaultCulture\": \"en\"", "\"defaultCulture\": \"fr\"", "\"fr\"", "not in languages")]
    [InlineData("pack.json", "\"defaultCulture\": \"en\"", "\"defaultCulture\": \"xx-yy\"", "xx-yy", "not a known culture")]
    [InlineData("contacts/acts.json", ", \"en\": \"Recruitment\"", "", "Captación", "no text in “en”")]
    [InlineData("contacts/acts.json", "\"en\": \"Recruitment\"", "\"en\": \" \"", "Captación", "no text in “en”")]
    [InlineData("contacts/acts.json", "\"palermo\": true", "\"palermo\": true, \"extra\": 1", "extra", "“extra” is not a member")]
    [InlineData("providers/offices.json", "[\"NORTH\"]", "[\"SOUTH\"]", "SOUTH", "The area “SOUTH” is unknown")]
    [InlineData("providers/offices.json", "\"needs\": [\"rescue\"]", "\"needs\": [\"magic\"]", "\"code\": \"guard\"", "names “magic”, which is unknown")]
    [InlineData("providers/offices.json", "\"hours\": \"24/7\"", "\"hours\": \"always\"", "\"always\"", "Hours are “24/7”")]
    [InlineData("areas.csv", "HILL,2,NORTH", "HILL,2,SOUTH", "HILL,2,SOUTH", "lies in SOUTH, which is unknown")]
    [InlineData("areas.csv", "HILL,2,NORTH", "HILL,2,DALE", "HILL,2,DALE", "on level 2 and lies in DALE, on level 2")]
    [InlineData("areas.csv", "HILL,2,NORTH", "HILL,3,NORTH", "HILL,3,NORTH", "on level 3")]
    [InlineData("areas.csv", "DALE,2,NORTH,,,,Dale", "HILL,2,NORTH,,,,Dale", "HILL,2,NORTH,,,,Dale", "listed twice")]
    [InlineData("areas.csv", "DALE,2,NORTH,,,,", "DALE,2,NORTH,,91,0,", "DALE,2,NORTH,,91", "is not an area")]
    [InlineData("areas.csv", "DALE,2,NORTH,,,,", "DALE;2;NORTH,,,,", "DALE;2", "is not an area")]
    [InlineData("areas.csv", "NORTH,1,,HILL", "NORTH,1,,MOON", "MOON", "The seat of NORTH, MOON, is not inside it")]
    [InlineData("areas.csv", "code,level", "level,code", "level,code", "does not name the columns")]
    public void Each_mistake_is_told_with_its_file_its_line_and_a_remedy(string file, string old, string with, string line, string message)
    {
        using var folder = PackFolder.CopyOfZz().Replace(file, old, with);
        var problems = folder.Check();
        var problem = problems.FirstOrDefault(problem => problem.File == file && problem.Message.Contains(message, StringComparison.Ordinal))
            .ShouldNotBeNull(string.Join('\n', problems));
        problem.Line.ShouldBe(line == "}" ? folder.LastLineOf(file) : folder.LineOf(file, line));
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("pack.json")]
    [InlineData("areas.csv")]
    [InlineData("clocks.json")]
    [InlineData("holidays.json")]
    [InlineData("contacts/reasons.json")]
    public void A_missing_file_is_told_once(string file)
    {
        using var folder = PackFolder.CopyOfZz().Delete(file);
        folder.Check().Count(problem => problem.File == file && problem.Message.Contains("missing", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]x")]
    [InlineData("[[[[[[1")]
    [InlineData("[{ \"code\": \"\\ud800\" }]")]
    [InlineData("[{ \"code\": null }]")]
    [InlineData("\"words\"")]
    public void Nonsense_in_any_file_is_told_and_never_thrown(string nonsense)
    {
        foreach (var file in Shapes.Sections.Select(section => section.File).Concat(["pack.json", "clocks.json", "holidays.json", "areas.csv"]))
        {
            using var folder = PackFolder.CopyOfZz().Write(file, nonsense);
            folder.Check().ShouldContain(problem => problem.File == file, $"{file}: {nonsense}");
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        using var folder = PackFolder.CopyOfZz();
        File.WriteAllBytes(Path.Combine(folder.Path, "clocks.json"), [0x5B, 0x22, 0xFF, 0x22, 0x5D]);
        folder.Check().Single().Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Where_codes_nest_a_parent_of_another_branch_is_told()
    {
        using var folder = PackFolder.CopyOfZz().Replace("pack.json", "\"codesNest\": false", "\"codesNest\": true");
        folder.Check().Select(problem => problem.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void A_mark_at_the_beginning_of_a_file_and_comments_do_no_harm()
    {
        using var folder = PackFolder.CopyOfZz();
        folder.Write("contacts/acts.json", '\uFEFF' + "/* our list */ " + File.ReadAllText(Path.Combine(PackFolder.Zz, "contacts/acts.json")));
        folder.Check().ShouldBeEmpty();
        Pack.Load(folder.Path).Read<List<Shapes.Element>>("contacts/acts.json").Count.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_is_not_there_lacks_every_file() =>
        PackCheck.Run(Path.Combine(Path.GetTempPath(), "no-such-pack"), Shapes.Sections, Shapes.Events)
            .Count.ShouldBe(Shapes.Sections.Length + 4);

    [Fact]
    public void A_problem_reads_as_one_line() =>
        new PackProblem("clocks.json", 3, "Wrong.", "Do this.").ToString().ShouldBe("clocks.json:3: Wrong. Do this.");
}
