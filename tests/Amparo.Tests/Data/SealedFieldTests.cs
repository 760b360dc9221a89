using System.Security.Cryptography;
using System.Text;
using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class SealedFieldTests
{
    [Theory, OnEveryDatabase]
    public async Task Sealed_words_come_back_and_do_not_lie_in_the_database(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await SealAsync(test, "Rosa Quispe", "I was told to say nothing.");
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync();
            Seals(test).Open(id, nameof(Note.Name), note.Name).ShouldBe("Rosa Quispe");
            Seals(test).Open(id, nameof(Note.Story), note.Story).ShouldBe("I was told to say nothing.");
            Encoding.UTF8.GetString(note.Name.Cipher).ShouldNotContain("Quispe");
            (await db.Audit.Where(e => e.Data.Contains("Quispe")).CountAsync()).ShouldBe(0);
        });
    }

    [Theory, OnEveryDatabase]
    public async Task A_ciphertext_moved_to_another_row_or_field_does_not_open(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await SealAsync(test, "Rosa Quispe", "story");
        var note = await test.InAsync(db => db.Notes.SingleAsync());
        Should.Throw<CryptographicException>(() => Seals(test).Open(id, nameof(Note.Story), note.Name));
        Should.Throw<CryptographicException>(() => Seals(test).Open(FollowUpId.New(), nameof(Note.Name), note.Name));
        Should.Throw<CryptographicException>(() => Seals(test).Open(new Subject("contact", id.Value), nameof(Note.Name), note.Name));
        var bent = note.Name.Cipher.ToArray();
        bent[^1] ^= 1;
        Should.Throw<CryptographicException>(() => Seals(test).Open(id, nameof(Note.Name), new Sealed(bent)));
    }

    [Theory, OnEveryDatabase]
    public async Task Another_node_with_the_master_key_opens_and_one_with_a_wrong_key_throws(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var id = await SealAsync(test, "Rosa Quispe", "story");
        var note = await test.InAsync(db => db.Notes.SingleAsync());
        await using var second = test.Another();
        Seals(second).Open(id, nameof(Note.Name), note.Name).ShouldBe("Rosa Quispe");
        await using var wrong = test.Another(master: MasterKey.Parse(MasterKey.Generate()));
        Should.Throw<CryptographicException>(() => Seals(wrong).Open(id, nameof(Note.Name), note.Name));
    }

    [Theory, OnEveryDatabase]
    public async Task The_key_ring_holds_no_key_in_clear(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await SealAsync(test, "Rosa Quispe", "story");
        var keys = await test.InAsync(db => db.Set<StoredKey>().ToListAsync());
        var stranger = new MasterKeyWrap(new Masters(MasterKey.Parse(MasterKey.Generate()), null));
        keys.ShouldAllBe(k => !k.OpensWith(stranger));
        keys = [.. keys.Where(k => k.Name.StartsWith("ring-", StringComparison.Ordinal))];
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(k => k.Xml.Contains("masterKeyWrapped") && !k.Xml.Contains("<masterKey ") && !k.Xml.Contains("<value>"));
    }

    private static Seals Seals(TestDb test) => test.Services.GetRequiredService<Seals>();

    private static async Task<FollowUpId> SealAsync(TestDb test, string name, string story)
    {
        var id = await test.WriteAsync("note");
        await test.SealFieldsAsync(id, name, story);
        return id;
    }
}
