using System.Security.Cryptography;
using System.Text;
using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Demo;
using Amparo.Demo.History;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Tests.Support;

namespace Amparo.Tests.Demo;

/// <summary>The line's first years are planned alike on every machine, and say what the sources say.</summary>
public class HistoryPlanTests
{
    // Of the whole plan. It changes with the pack's data or the way of planning, and with nothing else.
    private const string Digest = "23b175dd46f6bdc074f96a34eae3c9e1dfc45ba9d16a85eac748976f2bc87acc";

    private static readonly Pack Peru = Pack.Load(Path.Combine(TestApp.Root, "packs", "pe"));
    private static readonly HistoryData Data = HistoryData.Of(Peru);
    private static readonly IReadOnlyList<PlannedCall> Calls = HistoryPlan.Make(Data, Peru.Country);

    private static IReadOnlyList<PlannedReport> Reports { get; } = [.. Calls.Select(c => c.Report).OfType<PlannedReport>()];

    private static IReadOnlyList<PlannedCase> Cases { get; } = [.. Reports.Where(r => r.Opens).Select(r => r.Case)];

    [Fact]
    public void The_generator_gives_the_numbers_its_authors_give()
    {
        var random = new SplitMix(1234567);
        Enumerable.Range(0, 5).Select(_ => random.Next()).ShouldBe(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL]);
    }

    [Fact]
    public void The_same_data_make_the_same_plan_on_every_machine()
    {
        var lines = string.Join('\n', HistoryPlan.Make(Data, Peru.Country));
        lines.ShouldBe(string.Join('\n', Calls));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))).ShouldBe(Digest);
    }

    // More than 8,500 calls and 70 cases in 17 months; some 10,000 and 90; more than 11,000 and 96.
    [Theory]
    [InlineData("2007-08-31", 8534, 70)]
    [InlineData("2008-07-31", 10046, 90)]
    [InlineData("2008-12-31", 11052, 96)]
    public void Calls_and_referred_cases_are_the_sources_at_their_dates_each_in_its_unit(string on, int calls, int cases)
    {
        var until = Peru.Country.Instant(DateOnly.Parse(on, null).AddDays(1), default);
        Calls.Count(c => c.OpenedAt < until).ShouldBe(calls);
        Calls.Count(c => c.Report is { Opens: true } report && c.OpenedAt + report.SentAfter < until).ShouldBe(cases);
        Calls.Min(c => c.OpenedAt).ShouldBeGreaterThanOrEqualTo(Peru.Country.Instant(new DateOnly(2006, 3, 1), default));
    }

    [Fact]
    public void Calls_are_mixed_as_those_of_a_real_line()
    {
        var outcomes = new ContactCodes(Peru).Outcomes;
        double Share(string counts) => 100.0 * Calls.Count(c => outcomes.Find(c.Outcome)!.Counts == counts) / Calls.Count;
        Share("information").ShouldBeInRange(60, 70);
        Share("other-crime").ShouldBeInRange(10, 15);
        Share("risk").ShouldBeInRange(10, 15);
        Share("trafficking").ShouldBeInRange(3, 8);
        Calls.Where(c => outcomes.Find(c.Outcome)!.CountsAsReport).ShouldAllBe(c => c.Report != null);
        Calls.Where(c => !outcomes.Find(c.Outcome)!.CountsAsReport).ShouldAllBe(c => c.Report == null);
    }

    // N = 3,822 complaints of 2017 to 2023, of 96 cases each share within one.
    [Theory]
    [InlineData("form", "sexual child-sexual", 59.8)]
    [InlineData("form", "labour", 23.1)]
    [InlineData("form", "begging", 2.6)]
    [InlineData("means", "deception", 60.2)]
    [InlineData("means", "payments-to-controller", 9.9)]
    [InlineData("means", "threat", 6.8)]
    [InlineData("recruitment", "work", 72.9)]
    [InlineData("area", "150101", 51.0)]
    [InlineData("area", "140101", 5.6)]
    [InlineData("sex", "female", 86.2)]
    [InlineData("age", "14-17", 31.1)]
    public void Cases_have_the_shares_of_the_police_register(string fact, string codes, double percent)
    {
        Func<PlannedCase, string> of = fact switch
        {
            "form" => c => c.Form,
            "means" => c => c.Means,
            "recruitment" => c => c.Recruitment,
            "area" => c => c.Area,
            "sex" => c => c.Sex,
            _ => c => c.Age,
        };
        var found = Cases.Count(c => codes.Split(' ').Contains(of(c)));
        ((double)found).ShouldBe(percent * Cases.Count / 100, 1.5);
    }

    [Fact]
    public void What_is_planned_can_be_true_together()
    {
        Cases.Select(c => c.Number).Order().ShouldBe(Enumerable.Range(1, 96));
        Cases.Where(c => c.Form is "sale-of-children" or "child-sexual").ShouldAllBe(c => c.IsChild);
        Cases.Where(c => c.Form == "sexual").ShouldAllBe(c => !c.IsChild);
        var protects = Peru.Offices.Where(o => o.Kind == "child-unit").SelectMany(o => o.Areas).ToList();
        Cases.Where(c => c.IsChild).ShouldAllBe(c => protects.Any(area => Peru.Areas.Contains(area, c.Area)));
        Reports.ShouldAllBe(r => r.SentAfter < r.AnsweredAfter && r.AnsweredAfter < r.EndedAfter);
        foreach (var calls in Calls.Where(c => c.Report is not null).GroupBy(c => c.Report!.Case.Number))
            calls.First().Report!.Opens.ShouldBeTrue("a case begins with its first call");
    }

    [Fact]
    public void Its_codes_are_all_the_packs()
    {
        var (contacts, cases, bank) = (new ContactCodes(Peru), new CaseCodes(Peru), new QuestionBook(Peru).Bank);
        Calls.Select(c => c.Reason).Distinct().ShouldAllBe(code => contacts.Reasons.Knows(code));
        Calls.Select(c => c.Outcome).Distinct().ShouldAllBe(code => contacts.Outcomes.Knows(code));
        Calls.Select(c => c.Area).OfType<string>().Distinct().ShouldAllBe(code => Peru.Areas.Knows(code));
        Cases.ShouldAllBe(c => contacts.Forms.Knows(c.Form) && cases.Sexes.Knows(c.Sex) && cases.AgeGroups.Knows(c.Age));
        Cases.SelectMany(c => c.Answers).Distinct().ShouldAllBe(a => bank.Find(a.Question)!.Options.Any(o => o.Code == a.Answer));
    }
}
