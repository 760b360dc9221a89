using Amparo.Accounts.SigningIn;
using Amparo.Demo;

namespace Amparo.Load;

/// <summary>Who asks for which page: the ten that a line opens most, and one that holds nothing.</summary>
internal sealed record Pages(IReadOnlyList<(string Page, Func<Task> AskAsync)> Asks)
{
    public const string Empty = "empty (/sign-in/help)";

    private const int OpenContacts = 30;

    public static async Task<Pages> OfAsync(Uri address, Known known)
    {
        var julia = await SignInAsync(address, "julia@amparo.example");
        var carmen = await SignInAsync(address, "carmen@amparo.example");
        var luis = await SignInAsync(address, "luis@amparo.example");
        var open = await OpenAsync(julia);
        return new Pages(
        [
            (Empty, () => julia.ReadAsync("/sign-in/help")),
            ("/home", () => julia.ReadAsync("/home")),
            ("/contacts", () => julia.ReadAsync("/contacts")),
            ("/contacts/{id}", () => julia.ReadAsync($"/contacts/{Any(known.Contacts)}")),
            ("/contacts/{id}/screening", () => julia.ReadAsync($"{Any(open)}/screening")),
            ("/contacts/{id}/case", () => julia.ReadAsync($"{Any(open)}/case")),
            ("/cases", () => carmen.ReadAsync("/cases")),
            ("/cases/{id}", () => carmen.ReadAsync($"/cases/{Any(known.Cases)}")),
            ("/people/{id}", () => carmen.ReadAsync($"/people/{Any(known.People)}")),
            ("/referrals (office)", () => luis.ReadAsync("/referrals")),
            ("/board", () => carmen.ReadAsync("/board")),
        ]);
    }

    private static Task<Visitor> SignInAsync(Uri address, string login) =>
        Visitor.SignInAsync(address, login, DemoStory.Password, () => Totp.Code(Totp.DemoKey(login), TimeProvider.System.GetUtcNow()));

    private static async Task<IReadOnlyList<string>> OpenAsync(Visitor julia)
    {
        List<string> open = [];
        for (var i = 0; i < OpenContacts; i++)
        {
            var contact = await julia.PostAsync("/contacts/open", "/contacts/open", ("Channel", "call"));
            await julia.PostAsync(contact + "/safety", contact + "/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"));
            await julia.PostAsync(contact + "/account", contact + "/account", ("Input.Account", "Oye gritos en la casa de al lado."), ("Input.Form", "sexual"));
            await julia.PostAsync(contact + "/place", contact + "/place", ("Input.Area", "piura"), ("Input.Place", "Casa verde"));
            open.Add(contact);
        }
        return open;
    }

    private static T Any<T>(IReadOnlyList<T> of) => of[Random.Shared.Next(of.Count)];
}
