using Amparo.Platform.Protection;

namespace Amparo.Tests.Data;

public class BlindIndexTests
{
    private readonly MasterKey _master = MasterKey.Parse(MasterKey.Generate());

    [Fact]
    public void The_same_value_has_the_same_index_on_every_node()
    {
        new BlindIndex(_master).Of("phone", "987654321").ShouldBe(new BlindIndex(_master).Of("phone", "987654321"));
    }

    [Fact]
    public void Another_value_field_or_key_has_another_index()
    {
        var index = new BlindIndex(_master).Of("phone", "987654321");
        new BlindIndex(_master).Of("phone", "987654322").ShouldNotBe(index);
        new BlindIndex(_master).Of("document", "987654321").ShouldNotBe(index);
        new BlindIndex(MasterKey.Parse(MasterKey.Generate())).Of("phone", "987654321").ShouldNotBe(index);
    }

    [Fact]
    public void An_index_says_which_version_of_the_key_made_it()
    {
        var index = new BlindIndex(_master).Of("phone", "987654321");
        index.Length.ShouldBe(17);
        index[0].ShouldBe(BlindIndex.Version);
    }

    [Fact]
    public void The_index_is_what_it_was_when_this_test_was_written()
    {
        var known = MasterKey.Parse(Convert.ToBase64String(new byte[32]));
        Convert.ToHexStringLower(new BlindIndex(known).Of("phone", "987654321")).ShouldBe("014b2747e09610cd12bccce3fe565d8940");
    }

    [Theory]
    [InlineData("+51 987 654 321")]
    [InlineData("0051-987654321")]
    [InlineData("987 654 321")]
    [InlineData("0987654321")]
    public void However_a_number_was_typed_it_is_found(string typed) => BlindIndex.Telephone(typed, "51").ShouldBe("987654321");
}
