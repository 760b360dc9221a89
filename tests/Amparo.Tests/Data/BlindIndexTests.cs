using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class BlindIndexTests
{
    [Theory, OnEveryDatabase]
    public async Task The_same_value_has_the_same_index_on_every_node_and_another_value_or_field_has_another(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await using var other = test.Another();
        var index = await OfAsync(test, "phone", "987654321");
        (await OfAsync(other, "phone", "987654321")).ShouldBe(index);
        (await OfAsync(other, "phone", "987654322")).ShouldNotBe(index);
        (await OfAsync(other, "document", "987654321")).ShouldNotBe(index);
        index.Bytes.Length.ShouldBe(BlindIndex.Length);
        index.Version.ShouldBe((byte)1);
    }

    [Theory, OnEveryDatabase]
    public async Task Many_nodes_that_need_the_first_key_at_once_make_one(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var nodes = Enumerable.Range(0, 8).Select(_ => test.Another()).ToList();
        var indexes = await Task.WhenAll(nodes.Select(node => Task.Run(() => OfAsync(node, "phone", "987654321"))));
        indexes.Distinct().ShouldHaveSingleItem();
        (await test.InAsync(db => db.Set<StoredKey>().CountAsync(k => k.Name.StartsWith("index-")))).ShouldBe(1);
        nodes.ForEach(node => node.Services.Dispose());
    }

    [Theory, OnEveryDatabase]
    public async Task Two_databases_with_one_master_key_have_different_indexes(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await using var fresh = await TestDb.StartAsync(database, master: test.Master);
        (await OfAsync(test, "phone", "987654321")).ShouldNotBe(await OfAsync(fresh, "phone", "987654321"));
    }

    [Fact]
    public void The_index_is_what_it_was_when_this_test_was_written()
    {
        var wrap = new MasterKeyWrap(new Masters(MasterKey.Parse(MasterKey.Generate()), null));
        var zeros = new StoredKey { Name = "index-0001", Xml = $"<indexKey>{Convert.ToBase64String(wrap.Wrap(new byte[32]))}</indexKey>" };
        IndexKey.Read(zeros, wrap).Of("phone", "987654321").ToString().ShouldBe("01c39ebb11680a4ec0b9405a9866d7b604");
    }

    [Theory]
    [InlineData("+51 987 654 321")]
    [InlineData("0051-987654321")]
    [InlineData("987 654 321")]
    [InlineData("0987654321")]
    public void However_a_number_was_typed_it_is_found(string typed) => BlindIndexes.Telephone(typed, "51").ShouldBe("987654321");

    private static Task<BlindIndex> OfAsync(TestDb test, string field, string value) =>
        test.Services.GetRequiredService<BlindIndexes>().OfAsync(field, value, default);
}
