using System.Globalization;
using Amparo.Accounts.Users;
using Amparo.Contacts;
using Amparo.Demo;
using Amparo.Platform;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals;

/// <summary>What happens at the line again and again before a test begins.</summary>
internal static class Line
{
    public const string Place = "Casa verde frente al parque";
    public const string Account = "Oye gritos de chicas en la casa de al lado.";

    extension(Browser browser)
    {
        /// <summary>What a person reads on the page.</summary>
        public string Words => browser.Page.Body!.TextContent;

        /// <summary>Opens a contact and leads to its page; returns its path.</summary>
        public async Task<string> OpenContactAsync()
        {
            await browser.PostFromAsync("/home", "/contacts/open", ("Channel", "call"));
            browser.Path.ShouldStartWith("/contacts/");
            return browser.Path;
        }

        /// <summary>A contact with safety check, account and place.</summary>
        public async Task<string> TellAsync()
        {
            var contact = await browser.OpenContactAsync();
            await browser.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"));
            await browser.SendFormAsync("/account", ("Input.Account", Account), ("Input.People", "Tres chicas"), ("Input.HappeningNow", "Yes"), ("Input.LockedIn", "Yes"));
            await browser.SendFormAsync("/place", ("Input.Area", "piura"), ("Input.Place", Place));
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK);
            return contact;
        }

        /// <summary>A contact whose danger was told to the trafficking unit of Piura; returns the contact's and the referral's path.</summary>
        public async Task<(string Contact, string Referral)> DeclareDangerAsync(TestApp app)
        {
            var contact = await browser.TellAsync();
            await browser.GoAsync(contact + "/danger");
            await browser.SendAsync(("Office", browser.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!));
            var id = Id(contact);
            var referral = await app.InAsync(db => db.Referrals.Where(r => r.Contact == new ContactId(id)).Select(r => r.Id).SingleAsync());
            return (contact, $"/referrals/{referral}");
        }
    }

    extension(TestApp app)
    {
        /// <summary>Somebody new, signed in: at an office, or at the line when there is none.</summary>
        public async Task<Browser> SignedInAsAsync(string role, string? office = null)
        {
            var login = await app.AddAsync(role, office);
            return await app.SignedInAsync(login);
        }

        public async Task<string> AddAsync(string role, string? office = null)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var line = new Code(app.Services.GetRequiredService<Pack>().Country.Line.Agency);
            var at = office is null ? null : await db.Offices.AsNoTracking().SingleAsync(o => o.Code == new Code(office));
            var agency = at?.Agency ?? await db.Agencies.Where(a => a.Code == line).Select(a => a.Id).SingleAsync();
            var login = $"{role}.{Guid.CreateVersion7():N}@prueba.example";
            await scope.ServiceProvider.GetRequiredService<UserAccounts>().AddDemoAsync(login, $"Persona {role}", agency, at?.Id, [role], DemoStory.Password, default);
            return login;
        }

        public Task<List<AuditEntry>> AuditAsync(params string[] events) =>
            app.InAsync(db => db.Audit.Where(e => events.Length == 0 || events.Contains(e.Event)).OrderBy(e => e.Position).ToListAsync());

        public Task<int> CountAsync(string happened) => app.InAsync(db => db.Audit.CountAsync(e => e.Event == happened));

        public Task<Referral> ReferralAsync(string path) =>
            app.InAsync(db => db.Referrals.AsNoTracking().Include(r => r.Shared).SingleAsync(r => r.Id == new ReferralId(Id(path))));

        public Task<Contact> ContactAsync(string path) => app.InAsync(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == new ContactId(Id(path))));

        /// <summary>A text as pages show it in Spanish.</summary>
        public string Text(string key, params object[] given)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
            return app.Services.GetRequiredService<Texts>()[key, given];
        }
    }

    /// <summary>The id that a path holds.</summary>
    public static Guid Id(string path) => Guid.Parse(path.Split('/')[2]);
}
