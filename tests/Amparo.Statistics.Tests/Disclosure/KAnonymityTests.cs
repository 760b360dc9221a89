using Amparo.Statistics.Disclosure.Anonymity;
using FsCheck;
using FsCheck.Fluent;

namespace Amparo.Statistics.Tests.Disclosure;

/// <summary>Rare combinations against counting each one by hand.</summary>
public class KAnonymityTests
{
    [Fact]
    public void The_shortest_rare_combinations_are_named()
    {
        var table = Records("ax,ax,ax,ay,ay,by,by,bx,bx,cx");
        KAnonymity.Rare(table, 2, 2, CancellationToken.None).Select(one => (one.ToString(), one.Records)).ShouldBe([("0=c", 1)]);
        KAnonymity.Rare(table, 3, 2, CancellationToken.None).Select(one => one.ToString()).ShouldBe(["0=c", "0=a, 1=y", "0=b, 1=x", "0=b, 1=y"]);
    }

    [Fact]
    public void What_is_not_known_joins_no_combination() =>
        KAnonymity.Rare(Records("ax,ax,a.,.x"), 2, 2, CancellationToken.None).ShouldBeEmpty();

    [Fact]
    public void A_released_combination_that_few_or_none_had_is_a_leak()
    {
        var leaks = KAnonymity.Leaks(Records("ax,ax,ay,bx,bx"), Records("ax,ay,by"), 2, 2, CancellationToken.None);
        leaks.Select(one => (one.ToString(), one.Records)).ShouldBe([("1=y", 1), ("0=a, 1=y", 1), ("0=b, 1=y", 0)]);
    }

    [Fact]
    public void Every_rare_combination_holds_a_named_one_and_no_common_one_does() => Prop.ForAll(
        Gen.Elements("abc".ToCharArray()).ArrayOf(3).ArrayOf(14).ToArbitrary(), rows =>
    {
        var table = new RecordTable(["0", "1", "2"], [.. rows.Select(row => row.Select(value => value.ToString()).ToArray())]);
        var named = KAnonymity.Rare(table, 3, 3, CancellationToken.None);
        foreach (var row in rows)
        {
            for (var mask = 1; mask < 8; mask++)
            {
                int[] columns = [.. Enumerable.Range(0, 3).Where(column => (mask >> column & 1) != 0)];
                var shared = rows.Count(other => columns.All(column => other[column] == row[column]));
                named.Any(one => one.Values.All(value => columns.Contains(int.Parse(value.Column)) && row[int.Parse(value.Column)].ToString() == value.Value))
                    .ShouldBe(shared < 3);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    // Two values to a record, a dot for one that is not known.
    private static RecordTable Records(string records) =>
        new(["0", "1"], [.. records.Split(',').Select(record => record.Select(value => value == '.' ? "" : value.ToString()).ToArray())]);
}
