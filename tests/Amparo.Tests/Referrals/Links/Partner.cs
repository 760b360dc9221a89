using System.Text;
using System.Text.RegularExpressions;
using Amparo.Accounts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals.Links;

/// <summary>What an office where nobody has an account does again and again.</summary>
internal static partial class Partner
{
    /// <summary>Told of dangers anywhere in the country; none of the demo's people works there.</summary>
    public const string Office = "pnp-trata-nacional";

    /// <summary>No five-minute limit gets in the way of what is tested.</summary>
    public static void Unhurried(IServiceCollection services) =>
        services.Configure<AccountsOptions>(a => (a.TriesPerAddress, a.RequestsPerMinute) = (1_000_000, 1_000_000));

    extension(Browser julia)
    {
        /// <summary>Tells the office of a danger, and lets the mail leave; returns the referral's path.</summary>
        public async Task<string> TellPartnerAsync(TestApp app)
        {
            var contact = await julia.TellAsync();
            var office = await app.InAsync(db => db.Offices.Where(o => o.Code == new Code(Office)).Select(o => o.Id).SingleAsync());
            await julia.PostFromAsync(contact + "/danger", "/danger", ("Office", office.ToString()));
            julia.Path.ShouldBe(contact);
            await app.DeliverAsync();
            var id = new ContactId(Line.Id(contact));
            return $"/referrals/{await app.InAsync(db => db.Referrals.Where(r => r.Contact == id).Select(r => r.Id).SingleAsync())}";
        }

        /// <summary>The code that the line reads out, for the newest link that waits.</summary>
        public async Task<string> ReadCodeAsync(string referral)
        {
            await julia.PostFromAsync(referral + "/code", "/code");
            julia.Status.ShouldBe(System.Net.HttpStatusCode.OK);
            return julia.Page.QuerySelector(".notice .ref")!.TextContent.Trim();
        }

        public async Task EnterAsync(string link, string code)
        {
            await julia.GoAsync(link);
            await julia.SendAsync(("Code", code));
        }
    }

    extension(TestApp app)
    {
        /// <summary>The paths of the links that were mailed, the oldest first.</summary>
        public IReadOnlyList<string> Links() =>
            [.. MailFiles(app).Select(file => Address().Match(Decoded(File.ReadAllText(file)))).Where(found => found.Success).Select(found => found.Value)];

        public IReadOnlyList<string> MailDecoded() => [.. MailFiles(app).Select(file => Decoded(File.ReadAllText(file)))];

        /// <summary>Somebody inside by the newest link.</summary>
        public async Task<Browser> InsideAsync(Browser julia, string referral)
        {
            var partner = app.Browser();
            await partner.EnterAsync(app.Links()[^1], await julia.ReadCodeAsync(referral));
            partner.Path.ShouldBe("/r" + referral);
            return partner;
        }

        /// <summary>The referral's links, the oldest first.</summary>
        public Task<List<Link>> LinksOfAsync(string referral) =>
            app.InAsync(db => db.Set<Link>().AsNoTracking().Where(l => l.Referral == new ReferralId(Line.Id(referral))).OrderBy(l => l.SentAt).ThenBy(l => l.Id).ToListAsync());
    }

    /// <summary>Another code than the right one.</summary>
    public static string Wrong(string code) => (code[0] == 'C' ? 'D' : 'C') + code[1..];

    private static IEnumerable<string> MailFiles(TestApp app) =>
        Directory.Exists(Path.Combine(app.Data, "mail")) ? Directory.GetFiles(Path.Combine(app.Data, "mail")).OrderBy(File.GetLastWriteTimeUtc) : [];

    // Mail with accents travels as base64.
    private static string Decoded(string mail) =>
        mail.Split("\r\n\r\n", 2) is [var head, var body] && head.Contains("base64", StringComparison.Ordinal)
            ? $"{head}\n\n{Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))}"
            : mail;

    [GeneratedRegex("/r/[0-9a-f]{32}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}
