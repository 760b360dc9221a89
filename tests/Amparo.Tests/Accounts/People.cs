using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Demo;
using Amparo.Platform;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

/// <summary>The accounts of the real program, as tests ask for them.</summary>
internal static class People
{
    extension(TestApp app)
    {
        public Task<UserId> UserIdAsync(string login) => app.InAsync(db => db.Set<User>().Where(u => u.Login == login).Select(u => u.Id).SingleAsync());

        /// <summary>Somebody's first sign-in, with a temporary password: a password and a second factor of their own.</summary>
        public async Task<Browser> BeginAsync(string login, string temporary)
        {
            var browser = app.Browser();
            await browser.GoAsync("/sign-in");
            await browser.SendAsync(("Login", login), ("Password", temporary));
            await browser.SendAsync(("Password", DemoStory.Password), ("Again", DemoStory.Password));
            var key = browser.Page.QuerySelector("main .ref")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
            await browser.SendAsync(("Code", Totp.Code(key, app.Clock.GetUtcNow())));
            return browser;
        }

        /// <summary>The agency that runs the line, as a form sends it.</summary>
        public Task<string> LineAsync() => app.InAsync(async db =>
        {
            var line = new Code(app.Services.GetRequiredService<Pack>().Country.Line.Agency);
            return (await db.Agencies.Where(a => a.Code == line).Select(a => a.Id).SingleAsync()).ToString();
        });

        public Task<Office> OfficeAsync(string code) => app.InAsync(db => db.Offices.AsNoTracking().SingleAsync(o => o.Code == new Code(code)));

        public Task<User> UserAsync(UserId id) => app.InAsync(db => db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == id));
    }
}
