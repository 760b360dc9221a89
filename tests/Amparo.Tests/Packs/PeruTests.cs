using Amparo.Platform.Packs;
using static Amparo.Tests.Packs.Shapes;

namespace Amparo.Tests.Packs;

public class PeruTests
{
    private static readonly Pack Peru = Pack.Load(PackFolder.Pe);
    private static readonly List<Office> Offices = Peru.Read<List<Office>>("providers/offices.json");

    public static TheoryData<string> Departments => [.. Peru.Areas.Inside().Select(department => department.Code)];

    [Theory]
    [MemberData(nameof(Departments))]
    public void Every_district_of_a_department_has_somebody_to_rescue_and_somebody_to_investigate(string department)
    {
        foreach (var district in Peru.Areas.All.Where(area => area.Level == 3 && Peru.Areas.Contains(department, area.Code)))
        {
            Regional(district.Code, "rescue", "trafficking-unit").ShouldNotBeEmpty(district.Name);
            Regional(district.Code, "investigate", "prosecutor").ShouldNotBeEmpty(district.Name);
        }
    }

    [Theory]
    [InlineData("200101")] // Piura
    [InlineData("150101")] // Lima
    [InlineData("150601")] // Huaral
    [InlineData("080101")] // Cusco
    [InlineData("170101")] // Madre de Dios
    [InlineData("160101")] // Loreto
    [InlineData("210101")] // Puno
    [InlineData("230101")] // Tacna
    [InlineData("240101")] // Tumbes
    public void Where_most_cases_are_there_is_help_for_women_and_for_children(string district)
    {
        Regional(district, "assist", "women-centre").ShouldHaveSingleItem();
        Regional(district, "protect-child", "child-unit").ShouldHaveSingleItem();
    }

    [Fact]
    public void The_national_unit_is_for_the_whole_country_and_always_awake()
    {
        var unit = Offices.Single(office => office.Code == Peru.Country.NationalUnit);
        unit.Areas.ShouldBe([AreaTree.Everywhere]);
        unit.Hours.IsAlways.ShouldBeTrue();
        unit.Needs.ShouldContain("rescue");
    }

    [Fact]
    public void What_is_invented_says_so_and_reaches_nobody()
    {
        foreach (var office in Offices.Where(office => office.Fictional))
        {
            office.Name.In("es").ShouldContain("fictici");
            office.Name.In("en").ShouldContain("fictional");
            office.Phones.Concat(office.Duty.Select(contact => contact.Phone)).ShouldAllBe(phone => phone.StartsWith("000-"));
            office.Duty.Select(contact => contact.Email).Append(office.Email!).ShouldAllBe(email => email.EndsWith(".example"));
            office.Duty.ShouldAllBe(contact => contact.Name.Contains("ficticia"));
        }

        Offices.Where(office => !office.Fictional).Select(office => office.Phones.Single()).ShouldBe(["1818", "100", "114"]);
    }

    [Fact]
    public void No_two_people_share_a_telephone() =>
        Offices.SelectMany(office => office.Phones.Concat(office.Duty.Select(contact => contact.Phone))).ShouldBeUnique();

    [Fact]
    public void Every_office_with_people_names_a_first_and_a_second_to_tell() =>
        Offices.Where(office => office.Fictional).ShouldAllBe(office =>
            office.Duty.Select(contact => contact.Order).SequenceEqual(new[] { DutyOrder.First, DutyOrder.Second }));

    [Fact]
    public void Shelters_are_confidential() =>
        Offices.Where(office => office.Kind == "shelter").ShouldAllBe(office => office.Confidential);

    [Fact]
    public void Every_need_somebody_may_have_is_served_somewhere() =>
        Peru.Read<List<Purpose>>("referrals/purposes.json").Select(purpose => purpose.Code).Except(Offices.SelectMany(office => office.Needs)).ShouldBeEmpty();

    [Fact]
    public void A_rescue_needs_no_name_of_anybody()
    {
        var identity = Peru.Read<List<Field>>("referrals/fields.json").Where(field => field.Kind == FieldKind.Identity).Select(field => field.Code);
        Peru.Read<List<Purpose>>("referrals/purposes.json").Single(purpose => purpose.Code == "rescue").Fields.Intersect(identity).ShouldBeEmpty();
    }

    [Fact]
    public void Six_outcomes_take_one_key_each() =>
        Peru.Read<List<ContactOutcome>>("contacts/outcomes.json").Where(outcome => outcome.Key is not null)
            .ToDictionary(outcome => outcome.Key!.Value, outcome => outcome.Code)
            .ShouldBe(
                new Dictionary<char, string>
                {
                    ['s'] = "silent",
                    ['h'] = "hung-up",
                    ['w'] = "wrong-number",
                    ['p'] = "prank",
                    ['a'] = "abusive",
                    ['t'] = "test",
                },
                ignoreOrder: true);

    private static IEnumerable<Office> Regional(string district, string need, string kind) => Offices.Where(office =>
        office.Kind == kind && office.Needs.Contains(need)
        && office.Areas.Any(area => area != AreaTree.Everywhere && Peru.Areas.Contains(area, district)));
}
