using System.Globalization;
using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

public class CalendarTests
{
    private static readonly Pack Peru = Pack.Load(PackFolder.Pe);
    private static readonly Pack Zeta = Pack.Load(PackFolder.Zz);

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(2000, 4, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_tables_say(int year, int month, int day) =>
        HolidayRule.EasterSunday(year).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("2026-07-28")] // Independence, a Tuesday
    [InlineData("2026-07-29")]
    [InlineData("2026-07-23")] // Quiñones, a Thursday
    [InlineData("2026-04-02")] // Holy Thursday
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2026-08-15")] // a Saturday
    [InlineData("2026-08-16")] // a Sunday
    public void Peru_does_not_work_on(string day) => Peru.Calendar.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBeFalse();

    [Theory]
    [InlineData("2026-07-27")]
    [InlineData("2026-04-06")] // Easter Monday
    [InlineData("2022-07-22")]
    [InlineData("2021-08-06")] // Junín was not yet a holiday
    public void Peru_works_on(string day) => Peru.Calendar.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBeTrue();

    [Fact]
    public void Peru_keeps_sixteen_holidays_a_year() =>
        Enumerable.Range(0, 365).Count(day => Peru.Calendar.IsHoliday(new DateOnly(2026, 1, 1).AddDays(day))).ShouldBe(16);

    [Fact]
    public void A_holiday_of_the_leap_year_is_kept_in_leap_years_only()
    {
        Zeta.Calendar.IsHoliday(new(2028, 2, 29)).ShouldBeTrue();
        Zeta.Calendar.IsHoliday(new(2027, 2, 28)).ShouldBeFalse();
        Zeta.Calendar.IsHoliday(new(2027, 3, 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_holiday_ends_with_its_last_year()
    {
        Zeta.Calendar.IsHoliday(HolidayRule.EasterSunday(2030).AddDays(1)).ShouldBeTrue();
        Zeta.Calendar.IsHoliday(HolidayRule.EasterSunday(2031).AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Another_country_rests_on_other_days()
    {
        Zeta.Calendar.IsWorkingDay(new(2026, 11, 20)).ShouldBeFalse(); // Friday
        Zeta.Calendar.IsWorkingDay(new(2026, 11, 21)).ShouldBeFalse();
        Zeta.Calendar.IsWorkingDay(new(2026, 11, 22)).ShouldBeTrue();
    }

    [Fact]
    public void Working_days_are_counted_across_a_holiday_and_a_weekend()
    {
        Peru.Calendar.Add(new(2026, 7, 24), 2).ShouldBe(new(2026, 7, 30)); // Friday: Monday 27, then Thursday 30
        Peru.Calendar.Add(new(2026, 4, 1), 1).ShouldBe(new(2026, 4, 6)); // Wednesday before Easter: the Monday after
        Peru.Calendar.Add(new(2026, 7, 28), 0).ShouldBe(new(2026, 7, 28));
    }

    [Fact]
    public void A_deadline_in_working_days_ends_with_the_last_second_of_the_local_day()
    {
        var rule = new ClockRule("x", ClockKind.Respond, new Label([new("es", "x")]), new Norm(null, false), "a", ["b"], WorkingDays: 2);
        Peru.Calendar.Deadline(Instant("2026-07-25T03:00:00Z"), rule).ShouldBe(Instant("2026-07-30T23:59:59-05:00")); // still Friday in Lima
        Peru.Calendar.Deadline(Instant("2026-07-25T06:00:00Z"), rule).ShouldBe(Instant("2026-07-30T23:59:59-05:00")); // Saturday in Lima
    }

    [Fact]
    public void Deadlines_follow_the_clock_and_the_zone_of_the_pack()
    {
        var start = Instant("2026-11-19T20:00:00Z"); // Friday 01:45 in Zeta
        Zeta.Calendar.Deadline(start, Clock("danger-respond")).ShouldBe(start.AddMinutes(7));
        Zeta.Calendar.Deadline(start, Clock("letter")).ShouldBe(Instant("2026-11-24T23:59:59+05:45"));
        Zeta.Calendar.Deadline(start, Clock("link")).ShouldBe(Instant("2026-11-22T23:59:59+05:45"));
        Zeta.Calendar.Deadline(start, Clock("how-long")).ShouldBeNull();
    }

    [Fact]
    public void A_clock_starts_when_the_event_says_what_it_must()
    {
        var danger = Peru.Clocks.Single(rule => rule.Code == "danger-respond");
        danger.StartsOn("referral.sent", _ => "danger").ShouldBeTrue();
        danger.StartsOn("referral.sent", _ => "ordinary").ShouldBeFalse();
        danger.StartsOn("referral.accepted", _ => "danger").ShouldBeFalse();
        danger.StopsOn("referral.accepted", _ => null).ShouldBeTrue();
        danger.Escalation.ShouldBe([new(5, EscalateTo.SecondContact), new(10, EscalateTo.Supervisor), new(20, EscalateTo.Prosecutor)]);
    }

    [Theory]
    [InlineData("referral.sent", "police", "ordinary", true)]
    [InlineData("referral.sent", "shelter", "ordinary", false)]
    [InlineData("referral.sent", "police", "danger", false)]
    [InlineData("referral.sent", null, "ordinary", false)]
    [InlineData("referral.accepted", "police", "ordinary", false)]
    public void A_clock_stops_when_the_event_says_everything_that_it_must(string happened, string? kind, string urgency, bool stops) =>
        Clock("tell-guard").StopsOn(happened, name => name == "officeKind" ? kind : name == "urgency" ? urgency : null).ShouldBe(stops);

    [Theory]
    [InlineData("2026-11-22T20:00", true)] // Sunday
    [InlineData("2026-11-23T03:59", true)]
    [InlineData("2026-11-24T03:59", true)] // the night that began on Monday
    [InlineData("2026-11-24T04:00", false)]
    [InlineData("2026-11-22T03:00", false)]
    [InlineData("2026-11-22T12:00", false)]
    public void Hours_may_go_past_midnight(string local, bool open)
    {
        var hours = Zeta.Read<List<Shapes.Office>>("providers/offices.json").Single().Hours;
        hours.IsOpen(DateTime.Parse(local, CultureInfo.InvariantCulture)).ShouldBe(open);
        Hours.Always.IsOpen(DateTime.Parse(local, CultureInfo.InvariantCulture)).ShouldBeTrue();
    }

    private static ClockRule Clock(string code) => Zeta.Clocks.Single(rule => rule.Code == code);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
