using Microsoft.Playwright;

namespace Amparo.Browser.Support;

/// <summary>What somebody does at the line, one act a method: every journey is made of these.</summary>
internal sealed class Desk(Hands hands)
{
    private Window Window => hands.Window;

    /// <summary>Takes a call; returns the contact's address.</summary>
    public async Task<string> TakeCallAsync()
    {
        await hands.PressAsync("form[action$='/contacts/open'] button");
        Window.Path.ShouldStartWith("/contacts/");
        return Window.Path;
    }

    /// <param name="tier">How much the caller lets the line keep.</param>
    /// <param name="never">The agency that must not be told.</param>
    public async Task CheckSafetyAsync(string tier, string? never = null)
    {
        await hands.ChooseAsync("Input.CanTalk", "Yes");
        await hands.ChooseAsync("Input.IsSafe", "Yes");
        await hands.ChooseAsync("Input.Tier", tier);
        await hands.ChooseAsync("Input.CallBack", "Never");
        if (never is not null)
        {
            await hands.UnfoldAsync("form[action$='/safety'] summary");
            await hands.UnfoldAsync("form[action$='/safety'] details details summary");
            await hands.TickAsync("Input.NeverTell", never);
        }
        await hands.PressAsync("form[action$='/safety'] button");
    }

    public async Task TakeAccountAsync(string words, params (string Question, string Answer)[] facts)
    {
        await hands.TypeAsync("textarea[name='Input.Account']", words);
        foreach (var (question, answer) in facts)
            await hands.ChooseAsync($"Input.{question}", answer);
        await hands.PressAsync("form[action$='/account'] button");
        await Window.SaysAsync(words);
    }

    public async Task LocateAsync(string area, string place)
    {
        await hands.TypeAsync("input[name='Input.Area']", area);
        await hands.TypeAsync("input[name='Input.Place']", place);
        await hands.PressAsync("form[action$='/place'] button");
    }

    /// <summary>Asks the questions, which are answered in their order, and says what it is.</summary>
    /// <param name="says">What the page then says of it.</param>
    public async Task ScreenAsync(string speaker, string says, params (string Question, string Answer)[] answers)
    {
        await hands.PressAsync("#screening a[href$='/screening']");
        await hands.PressAsync($"nav.tabs a[href$='speaker={speaker}']");
        await AnswerAsync(says, answers);
    }

    /// <summary>Goes on asking about the person whose page is open, from what the contact answered, and says what it is.</summary>
    /// <param name="says">What the page then says of it.</param>
    public async Task ScreenPersonAsync(string says, params (string Question, string Answer)[] answers)
    {
        await hands.PressAsync("#screening a[href$='/screening']");
        await Assertions.Expect(Window.Page.Locator("input[name='From']:checked")).ToHaveCountAsync(1);
        await AnswerAsync(says, answers);
    }

    private async Task AnswerAsync(string says, (string Question, string Answer)[] answers)
    {
        foreach (var (question, answer) in answers)
            await hands.ChooseAsync($"Input.Answers[{question}]", answer);
        await hands.PressAsync("form[action$='/screening'] button.button");
        Window.Path.ShouldEndWith("/screening/decide");
        await Window.SaysAsync(says);
        await hands.ChooseAsync("Input.Result", "TraffickingLikely");
        await hands.PressAsync("main form button");
        Window.Path.ShouldNotEndWith("/decide");
    }

    public async Task ReferAsync(string purpose, string office, string basis)
    {
        await hands.PressAsync("#referrals-of-contact a[href$='/refer']");
        await hands.ChooseAsync("Purpose", purpose);
        await hands.PressAsync("main form button");
        await hands.ChooseAsync("Office", office);
        await hands.ChooseAsync("Basis", basis);
        await hands.PressAsync("main form button");
        // What leaves, and what stays, is shown before it is sent.
        await hands.PressAsync("main form[method=post] button");
        Window.Path.ShouldNotEndWith("/refer");
    }

    /// <summary>Opens a case of the contact; returns its address.</summary>
    public async Task<string> OpenCaseAsync()
    {
        await hands.PressAsync("#case-of-contact a[href$='/case']");
        await hands.ChooseAsync("Chosen", "new");
        await hands.PressAsync("main form button");
        Window.Path.ShouldStartWith("/cases/");
        return Window.Path;
    }

    public async Task AddPersonAsync(string role, string age, string sex)
    {
        await hands.PressAsync("main a[href$='/people/add']");
        await hands.ChooseAsync("Input.Role", role);
        await hands.ChooseAsync("Input.AgeGroup", age);
        await hands.ChooseAsync("Input.Sex", sex);
        await hands.PressAsync("main form button");
        Window.Path.ShouldNotEndWith("/add");
    }

    /// <summary>Opens the page of the only person in the case that is open.</summary>
    public async Task OpenPersonAsync()
    {
        await hands.PressAsync("#people li > a[href^='/people/']");
        Window.Path.ShouldStartWith("/people/");
    }

    public async Task CloseAsync(string reason, string outcome)
    {
        await hands.PressAsync("header a[href$='/close']");
        await hands.SelectAsync("Input.Reason", reason);
        await hands.ChooseAsync("Input.Outcome", outcome);
        await hands.PressAsync("main form button");
        Window.Path.ShouldNotEndWith("/close");
    }

    public async Task CloseCaseAsync(string closing)
    {
        await hands.PressAsync("main a[href$='/move']");
        await hands.ChooseAsync("Input.To", "closed");
        await hands.SelectAsync("Input.Closing", closing);
        await hands.PressAsync("main form button");
        Window.Path.ShouldNotEndWith("/move");
    }
}
