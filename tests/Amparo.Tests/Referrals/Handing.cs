using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals;

/// <summary>Consent recorded and a case handed over, again and again before a test begins.</summary>
internal static class Handing
{
    /// <summary>A prosecutor's office that answers in Piura at any hour.</summary>
    public const string Prosecutor = "fiscalia-piura";

    public static readonly string[] Everything = ["identity", "reach", "about", "story", "needs"];

    extension(Browser browser)
    {
        /// <summary>Records that a person agreed; returns the path by which it is withdrawn.</summary>
        public async Task<string> AgreeAsync(TestApp app, string person, string purpose, string form = "guardian", string[]? groups = null, string until = "2027-05-22", string office = Prosecutor)
        {
            var (_, agency) = await app.OfficeOfAsync(office);
            await browser.GoAsync(person + "/consents/add");
            await browser.SendAsync([("Input.Agency", agency.ToString()), ("Input.Purpose", purpose), ("Input.Form", form), ("Input.GivenOn", "2026-11-20"),
                ("Input.Until", until), .. (groups ?? Everything).Select(group => ("Input.Groups", group))]);
            return browser.Page.QuerySelector("#consents a[href^='/consents/']")?.GetAttribute("href") ?? "";
        }

        /// <summary>Goes to the last step before sending.</summary>
        public async Task LookAsync(TestApp app, string from, string purpose, string basis, string office = Prosecutor, params string[] people)
        {
            var (id, _) = await app.OfficeOfAsync(office);
            await browser.GoAsync($"{from}/refer?purpose={purpose}&office={id}&basis={basis}{string.Concat(people.Select(p => "&people=" + Line.Id(p).ToString("N")))}");
        }

        /// <summary>Sends what is shown; returns the referral's path.</summary>
        public async Task<string> SendOnAsync(TestApp app, params (string Name, string Value)[] typed)
        {
            await browser.SendAsync(typed);
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK, browser.Page.QuerySelector(".error-summary")?.TextContent);
            return "/referrals/" + await app.InAsync(db => db.Set<Referral>().OrderByDescending(r => r.SentAt).ThenByDescending(r => r.Id).Select(r => r.Id).FirstAsync());
        }
    }

    extension(TestApp app)
    {
        public Task<(OfficeId Office, AgencyId Agency)> OfficeOfAsync(string code) => app.InAsync(async db =>
        {
            var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Code == new Code(code));
            return (office.Id, office.Agency);
        });
    }
}
