using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Kit;

namespace Amparo.Contacts;

/// <summary>What the caller tells: short words and the few facts that whoever must act needs.</summary>
internal sealed class AccountInput
{
    [StringLength(2000)]
    public string? Account { get; set; }

    [StringLength(300)]
    public string? People { get; set; }

    [StringLength(500)]
    public string? Suspect { get; set; }

    public string? Form { get; set; }

    public Answer HappeningNow { get; set; }

    public Answer Weapons { get; set; }

    public Answer LockedIn { get; set; }

    public Answer Hurt { get; set; }

    public Answer Children { get; set; }

    public string? Stamp { get; set; }
}

/// <param name="DraftAt">When what is typed and not yet saved was last kept.</param>
internal sealed record AccountForm(ContactId Contact, AccountInput Input, IReadOnlyList<Choice> Forms, DateTimeOffset? DraftAt);

/// <summary>Makes the account's form from what is saved and what was typed since.</summary>
internal sealed class AccountForms(ContactCodes codes, ContactReading reading, Drafts drafts)
{
    public const string Draft = "account";

    /// <param name="withDraft">Whether what was typed and not yet saved stands in the place of what is saved.</param>
    public async Task<AccountForm> ForAsync(Contact contact, bool withDraft, CancellationToken cancel)
    {
        var words = await reading.WordsAsync(contact, cancel);
        var input = new AccountInput
        {
            Account = words.Account,
            People = words.People,
            Suspect = words.Suspect,
            Form = contact.Form?.Value,
            HappeningNow = contact.HappeningNow,
            Weapons = contact.Weapons,
            LockedIn = contact.LockedIn,
            Hurt = contact.Hurt,
            Children = contact.Children,
            Stamp = contact.AccountStamp,
        };
        var draft = await drafts.FindAsync(contact.Id, Draft, cancel);
        if (draft is not null && withDraft)
            Overlay(input, draft);
        return new AccountForm(contact.Id, input, codes.Forms.Choices(), draft?.SavedAt);
    }

    private static void Overlay(AccountInput input, KeptDraft draft)
    {
        input.Account = draft["Input.Account"] ?? input.Account;
        input.People = draft["Input.People"] ?? input.People;
        input.Suspect = draft["Input.Suspect"] ?? input.Suspect;
        input.Form = draft["Input.Form"] ?? input.Form;
        input.HappeningNow = Answered("Input.HappeningNow", input.HappeningNow);
        input.Weapons = Answered("Input.Weapons", input.Weapons);
        input.LockedIn = Answered("Input.LockedIn", input.LockedIn);
        input.Hurt = Answered("Input.Hurt", input.Hurt);
        input.Children = Answered("Input.Children", input.Children);

        Answer Answered(string field, Answer saved) => Enum.TryParse<Answer>(draft[field], out var kept) ? kept : saved;
    }
}
