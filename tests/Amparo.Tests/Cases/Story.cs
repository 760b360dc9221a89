using Amparo.Cases;
using Amparo.Platform.Data;
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
            await browser.SendAsync([("Input.Role", "possible-victim"), ("Input.AgeGroup", "14-17"), ("Input.Sex", "female"), .. facts]);
            browser.Path.ShouldBe(@case);
            return browser.Page.QuerySelectorAll("#people a[href^='/people/']").Last().GetAttribute("href")!;
        }
    }

    extension(TestApp app)
    {
        public Task<Amparo.Cases.Case> CaseAsync(string path) =>
            app.InAsync(db => db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.Ties).SingleAsync(c => c.Id == new CaseId(Line.Id(path))));

        public Task<Person> PersonAsync(string path) =>
            app.InAsync(db => db.People.AsNoTracking().Include(p => p.Decisions).SingleAsync(p => p.Id == new PersonId(Line.Id(path))));
    }
}
