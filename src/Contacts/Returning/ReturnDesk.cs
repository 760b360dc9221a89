using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Returning;

/// <summary>Gives a caller words to come back with, and finds the contact they were given for.</summary>
internal sealed class ReturnDesk(Db db, ReturnWords words, BlindIndexes indexes, Seals seals, Pack pack, Viewer viewer, TimeProvider clock)
{
    public const int MostOfOne = 5;
    public const int MostOfLine = 20;
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    private const string Refusal = "contact.return-refused";

    public int Length => words.Length;

    /// <summary>The words, said this once, and the event to record.</summary>
    public async Task<(IReadOnlyList<string> Words, ReturnSecretMade Made)> MakeAsync(Contact contact, CancellationToken cancel)
    {
        var said = words.New();
        var digest = ReturnWords.Digest(said);
        var secret = await db.ReturnSecrets.SingleOrDefaultAsync(s => s.Contact == contact.Id, cancel);
        if (secret is null)
            db.ReturnSecrets.Add(secret = ReturnSecret.Of(contact.Id));
        var until = clock.GetUtcNow().AddMonths(pack.Read<ReturnRules>(ReturnRules.File).SecretMonths);
        return (said, secret.Make(digest, await indexes.OfAsync(nameof(ReturnSecret.Digest), digest, cancel), seals, until));
    }

    /// <summary>The contact the words were given for; null when there is none, or its time is over.</summary>
    public async Task<ContactId?> FindAsync(IReadOnlyList<string> said, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var any = (await indexes.AllOfAsync(nameof(ReturnSecret.Digest), ReturnWords.Digest(said), cancel)).ToList();
        return await db.ReturnSecrets.Where(s => any.Contains(s.Index) && s.Until > now).Select(s => (ContactId?)s.Contact).FirstOrDefaultAsync(cancel);
    }

    /// <exception cref="Refused">Too many wrong words lately: of this person, or of the whole line.</exception>
    public async Task RefuseGuessingAsync(CancellationToken cancel)
    {
        var (line, by, since) = (viewer.Agency?.Value, viewer.By, clock.GetUtcNow() - Within);
        var wrong = db.Audit.Where(e => e.Under == line && e.Event == Refusal && e.At > since);
        if (await wrong.CountAsync(e => e.By == by, cancel) >= MostOfOne || await wrong.CountAsync(cancel) >= MostOfLine)
            throw new Refused("contact.returning.too-often", (int)Within.TotalMinutes);
    }

    /// <summary>What of the typed words cannot be right, to be asked again before anything is tried.</summary>
    public (string Key, object Detail)? Misheard(IReadOnlyList<string> said) =>
        words.Unknown(said) is { Count: > 0 } unknown ? ("contact.returning.unknown", string.Join(", ", unknown))
        : said.Count != Length ? ("contact.returning.length", Length)
        : null;
}
