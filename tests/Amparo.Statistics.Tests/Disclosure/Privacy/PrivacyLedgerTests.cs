using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.MultipleSystems.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Disclosure.Privacy;

/// <summary>The ledger adds up, refuses what does not fit, and forgets nothing on its way through a file.</summary>
public class PrivacyLedgerTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly PrivacyLedger New = new("cases 2006 on", new PrivacyBudget(3, 1e-6, 1.5), []);

    [Fact]
    public void Losses_add_up_in_rho_and_are_stated_together()
    {
        var ledger = New.Spend(Day, "one", 0.02).Spend(Day, "two", 0.03);
        ledger.Rho.ShouldBe(0.05, 1e-15);
        ledger.Epsilon.ShouldBe(ZeroConcentrated.Epsilon(0.05, 1e-6), 1e-12);
        ledger.Epsilon.ShouldBeLessThan(ZeroConcentrated.Epsilon(0.02, 1e-6) + ZeroConcentrated.Epsilon(0.03, 1e-6));
        New.Entries.ShouldBeEmpty();
        New.Epsilon.ShouldBe(0);
    }

    [Fact]
    public void What_does_not_fit_into_the_year_waits_for_the_next_and_what_does_not_fit_ever_is_refused_for_good()
    {
        var rho = ZeroConcentrated.Rho(1.4, 1e-6);
        var ledger = New.Spend(Day, "first", rho);
        Should.Throw<BudgetSpentException>(() => ledger.Spend(Day.AddMonths(3), "second", rho)).Message.ShouldContain("in 2026");
        ledger = ledger.Spend(Day.AddYears(1), "second", rho).Spend(Day.AddYears(2), "third", rho);
        ledger.EpsilonOf(2027).ShouldBe(1.4, 1e-9);
        Should.Throw<BudgetSpentException>(() => Enumerable.Range(3, 9).Aggregate(ledger, (sofar, year) => sofar.Spend(Day.AddYears(year), "more", rho)))
            .Message.ShouldContain("ever");
    }

    [Fact]
    public void The_whole_budget_may_be_spent_and_nothing_after_it()
    {
        var all = new PrivacyLedger("data", new PrivacyBudget(2, 1e-6), []).Spend(Day, "all", ZeroConcentrated.Rho(2, 1e-6));
        all.Objection(Day, 1e-6).ShouldNotBeNull().ShouldContain("the budget is 2");
    }

    [Fact]
    public void An_exact_table_always_fits_costs_nothing_and_is_marked_as_outside()
    {
        var ledger = New.Spend(Day, "synthetic", 0.01).Mark(Day, "yearbook, table 3");
        ledger.Epsilon.ShouldBe(New.Spend(Day, "synthetic", 0.01).Epsilon);
        ledger.OutsideTheGuarantee.ShouldHaveSingleItem().What.ShouldBe("yearbook, table 3");
    }

    [Fact]
    public void A_ledger_comes_back_from_its_file_as_it_was() => Prop.ForAll(
        Gen.Choose(-1, 400).ListOf().ToArbitrary(), costs =>
    {
        var ledger = new PrivacyLedger("año “1”", new PrivacyBudget(50, 1e-7), costs.Select((cost, i) => new LedgerEntry(Day.AddDays(i), $"n.º {i}", cost < 0 ? null : cost / 977.0)));
        var back = LedgerFile.Read(new StringReader(LedgerFile.Write(ledger)));
        back.Entries.ShouldBe(ledger.Entries);
        (back.Data, back.Budget).ShouldBe((ledger.Data, ledger.Budget));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData("", "not a ledger")]
    [InlineData("null", "empty")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6}""", "not a ledger")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6,"yearly":1,"releases":[]}""", "not a ledger")]
    [InlineData("""{"data":"d","epsilon":0,"delta":1e-6,"releases":[]}""", "ε above 0")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6,"yearlyEpsilon":2,"releases":[]}""", "one year")]
    [InlineData("""{"data":" ","epsilon":1,"delta":1e-6,"releases":[]}""", "a name")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6,"releases":[{"date":"2026-01-01","what":"w"}]}""", "either")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6,"releases":[{"date":"2026-01-01","what":"w","rho":1,"exact":true}]}""", "either")]
    [InlineData("""{"data":"d","epsilon":1,"delta":1e-6,"releases":[{"date":"2026-01-01","what":"w","rho":-1}]}""", "0 or more")]
    public void A_broken_ledger_is_refused_with_a_sentence(string text, string says) =>
        Should.Throw<TableFault>(() => LedgerFile.Read(new StringReader(text))).Message.ShouldContain(says);
}
