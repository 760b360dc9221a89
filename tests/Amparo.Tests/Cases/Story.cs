using Amparo.Cases;
using Amparo.Cases.BreakGlass;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Cases;

/// <summary>What happens to cases again and again before a test begins.</summary>
internal static class Story
{
    extension(Browser browser)
    {
        /// <summary>Opens a case from a contact that tells of Piura; returns both paths.</summary>
        public async Task<(string Contact, string Case)> OpenCaseAsync()
        {
            var contact = await browser.TellAsync();
            await browser.GoAsync(contact + "/case");
            await browser.SendAsync(("Chosen", "new"));
            browser.Path.ShouldStartWith("/cases/");
            return (contact, browser.Path);
        }

        /// <summary>Adds somebody to a case; returns the path of the person.</summary>
        public async Task<string> AddPersonAsync(string @case, params (string Name, string Value)[] facts)
        {
            await browser.GoAsync(@case + "/people/add");
            (string Name, string Value)[] plain = [("Input.Role", "possible-victim"), ("Input.AgeGroup", "14-17"), ("Input.Sex", "female")];
            await browser.SendAsync([.. plain.Where(p => facts.All(f => f.Name != p.Name)), .. facts]);
            browser.Path.ShouldBe(@case);
            return browser.Page.QuerySelectorAll("#people a[href^='/people/']:not([href$='/screening'])").Last().GetAttribute("href")!;
        }

        /// <summary>Writes down a task for oneself; returns the path where it is finished.</summary>
        public async Task<string> AddTaskAsync(string @case, params (string Name, string Value)[] facts)
        {
            await browser.GoAsync(@case + "/tasks/add");
            var me = browser.Page.QuerySelector("select[name='Input.For'] option[selected]")!.GetAttribute("value")!;
            (string Name, string Value)[] plain = [("Input.Act", "ask-agency"), ("Input.For", me), ("Input.Day", "2026-11-25")];
            await browser.SendAsync([.. plain.Where(p => facts.All(f => f.Name != p.Name)), .. facts]);
            browser.Path.ShouldBe(@case, browser.Page.QuerySelector(".error-summary")?.TextContent);
            return browser.Page.QuerySelectorAll("a[href^='/tasks/']").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal).Last();
        }

        /// <summary>Adds a place of exploitation in Piura; returns the path where it is changed.</summary>
        public async Task<string> AddPlaceAsync(string @case, string? words = null)
        {
            await browser.GoAsync(@case + "/places/add");
            await browser.SendAsync(("Input.Kind", "exploitation"), ("Input.Area", "piura"), ("Input.Words", words ?? ""));
            browser.Path.ShouldBe(@case, browser.Page.QuerySelector(".error-summary")?.TextContent);
            return browser.Page.QuerySelectorAll("#places a[href$='/change']").Last().GetAttribute("href")!;
        }

        /// <summary>The caller says that an agency must never be told.</summary>
        public async Task NeverTellAsync(string contact, AgencyId never)
        {
            await browser.PostFromAsync(contact + "/safety", "/safety", ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", never.ToString()));
            browser.Path.ShouldBe(contact);
        }

        public Task GivePartAsync(string @case, AgencyId agency) =>
            browser.PostFromAsync(@case + "/agencies", "/agencies", ("Input.Agency", agency.ToString()), ("Input.Reason", "investigates"));

        /// <summary>Types a case's reference into the door that needs no tie.</summary>
        public Task BreakGlassAsync(string reference, string reason = "person-here", string? words = null) =>
            browser.PostFromAsync("/cases/break-glass", "/cases/break-glass", ("Input.Reference", reference), ("Input.Reason", reason), ("Input.Words", words ?? ""));
    }

    extension(TestApp app)
    {
        /// <summary>A case worker of another agency breaks the glass of a case; returns them, and the path of the access.</summary>
        public async Task<(Browser Worker, string Access)> BreakGlassAsync(string @case, string? words = null)
        {
            var worker = await app.SignedInAsAsync(Role.CaseWorker, "pnp-trata-nacional");
            await worker.BreakGlassAsync((await app.CaseAsync(@case)).Reference, "other", words ?? "La persona está en la puerta");
            worker.Path.ShouldBe(@case, worker.Page.QuerySelector(".error-summary")?.TextContent);
            return (worker, worker.Page.QuerySelector("a[href^='/break-glass/']")!.GetAttribute("href")!.Replace("/end", "", StringComparison.Ordinal));
        }

        public Task<AgencyId> AgencyAsync(string code) => app.InAsync(db => db.Agencies.Where(a => a.Code == new Code(code)).Select(a => a.Id).SingleAsync());

        public Task<EmergencyAccess> AccessAsync(string path) =>
            app.InAsync(db => db.EmergencyAccesses.AsNoTracking().SingleAsync(a => a.Id == new EmergencyAccessId(Line.Id(path))));

        public Task<Amparo.Cases.Case> CaseAsync(string path) =>
            app.InAsync(db => db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.Ties).Include(c => c.Flags).SingleAsync(c => c.Id == new CaseId(Line.Id(path))));

        public Task<Person> PersonAsync(string path) =>
            app.InAsync(db => db.People.AsNoTracking().Include(p => p.Decisions).SingleAsync(p => p.Id == new PersonId(Line.Id(path))));
    }
}
