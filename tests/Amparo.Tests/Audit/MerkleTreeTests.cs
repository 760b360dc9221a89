using System.Security.Cryptography;
using Amparo.Platform.Audit;

namespace Amparo.Tests.Audit;

public class MerkleTreeTests
{
    // The reference tree of Certificate Transparency's own tests (RFC 6962).
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_the_reference(int leaves, string root)
    {
        var tree = new MerkleTree();
        foreach (var input in Inputs.Take(leaves))
            tree.Add(SHA256.HashData([MerkleTree.LeafPrefix, .. Convert.FromHexString(input)]));
        Convert.ToHexStringLower(tree.Root()).ShouldBe(root);
    }

    [Fact]
    public void Every_column_of_a_row_changes_its_leaf()
    {
        var entry = Entry();
        var hashes = new HashSet<string> { Hash(entry) };
        foreach (var column in typeof(AuditEntry).GetProperties())
        {
            var changed = Entry();
            column.SetValue(changed, Another(column.GetValue(changed)));
            hashes.Add(Hash(changed)).ShouldBeTrue($"{column.Name} is not in the leaf.");
        }
    }

    [Fact]
    public void Words_moved_from_one_column_to_the_next_change_the_leaf() =>
        Hash(new AuditEntry { Event = "ab", Kind = "c" }).ShouldNotBe(Hash(new AuditEntry { Event = "a", Kind = "bc" }));

    [Fact]
    public void Leaves_come_back_from_their_bytes()
    {
        var leaf = Leaf.Of(Entry(), new CanonicalBytes());
        var read = Leaf.Unpack(Leaf.Pack([leaf, leaf]));
        read.Length.ShouldBe(2);
        (read[1].Position, read[1].Id).ShouldBe((leaf.Position, leaf.Id));
        read[1].Hash.ShouldBe(leaf.Hash);
    }

    private static AuditEntry Entry() => new()
    {
        Position = 7,
        Id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        At = new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero),
        By = null,
        Agency = new Guid(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        Event = "note.written",
        Kind = "note",
        About = new Guid(3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        Under = null,
        Data = "{}",
    };

    private static object Another(object? value) => value switch
    {
        null => Guid.Empty,
        long number => number + 1,
        Guid id => new Guid([.. id.ToByteArray().Reverse()]),
        DateTimeOffset at => at.AddTicks(1),
        string text => text + " ",
        _ => throw new NotSupportedException($"{value.GetType()} in the audit: add it to the leaf."),
    };

    private static string Hash(AuditEntry entry) => Convert.ToHexString(Leaf.Of(entry, new CanonicalBytes()).Hash);
}
