using Amparo.Accounts.SigningIn;

namespace Amparo.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("contraseña2024")]
    [InlineData("password1234")]
    [InlineData("P@ssword2026!")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("ana.nunez2026")]
    [InlineData("Linea1818Peru")]
    [InlineData("Diciembre2026!")]
    public void A_common_password_is_refused(string password) =>
        NotGuessable.IsGuessable(password, ["ana", "nunez"]).ShouldBeTrue();

    [Theory]
    [InlineData("cuatro ruedas pintan lunas")]
    [InlineData("tortuga sin paraguas")]
    [InlineData("8f!kQ2z#Lw0p")]
    [InlineData("740291836502")]
    [InlineData("ñandú ñandú 37 violines")]
    public void Any_kind_of_characters_will_do(string password) =>
        NotGuessable.IsGuessable(password, ["ana", "nunez"]).ShouldBeFalse();

    [Fact]
    public async Task Eleven_characters_are_too_few_and_sixty_four_are_not_too_many()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync("ana@linea.example", Platform.Permissions.Role.Operator);
        var browser = await house.SignedInAsync("ana@linea.example");
        await browser.GoAsync("/account/password");
        await browser.SendAsync(("Current", House.Password), ("Password", "kzv wq 83 m"), ("Again", "kzv wq 83 m"));
        browser.Text.ShouldContain("Falta una contraseña de doce caracteres");
        var lengthy = string.Join(' ', "once tortugas cruzan despacio", "veinte puentes de madera", "sin mirar el reloj nunca");
        lengthy.Length.ShouldBeGreaterThan(64);
        await browser.SendAsync(("Current", House.Password), ("Password", lengthy), ("Again", lengthy));
        browser.Text.ShouldContain("Tu contraseña cambió");
    }

    [Fact]
    public void Codes_are_those_of_RFC_6238()
    {
        // Appendix B, SHA-1: the key is the ASCII text 12345678901234567890.
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        Totp.Code(key, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBe("287082");
        Totp.Code(key, DateTimeOffset.FromUnixTimeSeconds(1111111109)).ShouldBe("081804");
        Totp.Code(key, DateTimeOffset.FromUnixTimeSeconds(20000000000)).ShouldBe("353130");
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_code_may_be_one_step_off(int seconds, bool taken)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        (Totp.Match(key, Totp.Code(key, now.AddSeconds(seconds)), now, last: 0) is not null).ShouldBe(taken);
    }
}
