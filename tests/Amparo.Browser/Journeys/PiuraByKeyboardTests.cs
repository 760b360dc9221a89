using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Tests.Support;
using Microsoft.Playwright;

namespace Amparo.Browser.Journeys;

/// <summary>The neighbour in Piura, from call to rescue, without a mouse.</summary>
public class PiuraByKeyboardTests(Chromium chromium)
{
    private const string Account = "Oye gritos de chicas en la casa de al lado.";
    private const string Place = "Casa verde frente al parque";

    [InChromium]
    public async Task The_neighbour_in_Piura_is_heard_and_the_police_come_by_keys_alone()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await using var julia = await SignInAsync(app, TestApp.Operator);
        await julia.Keys.HitAccessKeyAsync('n');
        var contact = await TakeCallAsync(julia);
        await DeclareDangerAsync(julia);
        julia.Path.ShouldBe(contact);
        await julia.SaysAsync("Enviada");
        await julia.Page.EvaluateAsync("() => { window.sameVisit = true }");

        await using var luis = await SignInAsync(app, TestApp.TraffickingUnit);
        await AnswerAsync(luis);

        // Julia's page shows it by itself, and is the same page: nothing was loaded again.
        var referrals = julia.Page.Locator("#referrals-of-contact");
        await Assertions.Expect(referrals).ToContainTextAsync("Cerrada");
        await Assertions.Expect(referrals).ToContainTextAsync("(3)");
        await Assertions.Expect(julia.Page.Locator("#timeline")).ToContainTextAsync("La entidad llegó");
        (await julia.Page.EvaluateAsync<bool>("() => window.sameVisit === true")).ShouldBeTrue();

        // The girls are to be followed: a case begins with the neighbour's call.
        await julia.GoAsync(contact);
        await new Desk(new KeyHands(julia)).OpenCaseAsync();
        await Assertions.Expect(julia.Page.Locator($"#contacts a[href='{contact}']")).ToHaveCountAsync(1);
    }

    private async Task<Window> SignInAsync(TestApp app, string login)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        var window = await chromium.OpenAsync(app);
        await window.GoAsync("/sign-in");
        await window.TitledAsync("Ingresar");
        await window.Keys.TypeAsync("#Login", login);
        await window.Keys.TypeAsync("#Password", DemoStory.Password);
        await window.Keys.HitAsync("Enter");
        var code = await window.Page.Locator(".notice .ref").InnerTextAsync();
        // The code's field has the focus already.
        await window.Page.Keyboard.TypeAsync(code);
        await window.Keys.HitAsync("Enter");
        window.Path.ShouldBe("/home");
        return window;
    }

    private static async Task<string> TakeCallAsync(Window julia)
    {
        var contact = julia.Path;
        contact.ShouldStartWith("/contacts/");
        await julia.TitledAsync("Contacto");
        var desk = new Desk(new KeyHands(julia));
        await desk.CheckSafetyAsync("anonymous");
        await desk.TakeAccountAsync(Account, ("HappeningNow", "Yes"), ("LockedIn", "Yes"));
        await desk.LocateAsync("piura", Place);
        return contact;
    }

    private static async Task DeclareDangerAsync(Window julia)
    {
        await julia.Keys.HitAccessKeyAsync('1');
        await julia.TitledAsync("Peligro inmediato");
        await julia.SaysAsync(Place);
        // The act has the focus already: one key more and the police know.
        (await julia.Page.EvaluateAsync<string>("() => document.activeElement.innerText")).ShouldBe("Avisar ahora");
        await julia.Keys.HitAsync("Enter");
    }

    private static async Task AnswerAsync(Window luis)
    {
        await luis.Keys.PressAsync("nav a[href='/referrals']");
        await luis.TitledAsync("Por responder");
        await luis.Keys.PressAsync("form[action$='/see'] button", "Space");
        await luis.SaysAsync(Place);
        await luis.Keys.PressAsync("form[action$='/accept'] button");
        await luis.Keys.PressAsync("form[action$='/act'] button");
        await luis.Keys.PressAsync("form[action$='/arrive'] button");
        await luis.Keys.PressAsync("main a[href$='/outcome']");
        await luis.TitledAsync("Informar qué resultó");
        await luis.Keys.ChooseAsync("Outcome", "people-rescued");
        await luis.Keys.TypeAsync("#People", "3");
        await luis.Keys.TypeAsync("#Note", "Están a salvo.");
        await luis.Keys.PressAsync("main form button");
        await luis.SaysAsync("(3)");
    }
}
