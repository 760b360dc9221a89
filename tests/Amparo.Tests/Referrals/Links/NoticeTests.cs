using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Providers;
using Amparo.Tests.Host;
using Amparo.Tests.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Referrals.Links;

/// <summary>Who is mailed a link, what the mail says, and where neither token nor code may ever stand.</summary>
public class NoticeTests
{
    [Theory, OnEveryDatabase]
    public async Task The_mail_has_one_link_one_sentence_and_no_fact(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var mail = app.MailDecoded().ShouldHaveSingleItem();
        mail.Split("http").Length.ShouldBe(2, "one link");
        mail.ShouldContain("Llama al 1818 o espera su llamada");
        foreach (var fact in (string[])["verde", "Piura", "chicas", Line.Id(referral).ToString("N"), "derivación"])
            mail[mail.IndexOf("\n\n", StringComparison.Ordinal)..].ShouldNotContain(fact, Case.Insensitive);
        mail.ShouldContain("Content-Type: text/plain");
        var stored = await app.ReferralAsync(referral);
        stored.NotifiedAt.ShouldBe(app.Clock.GetUtcNow());
        (await app.AuditAsync("referral.notified")).ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task An_account_at_the_office_or_for_the_whole_agency_makes_a_link_needless(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var login = await app.AddAsync(Role.Liaison, Partner.Office);
        await julia.TellPartnerAsync(app);
        app.Links().ShouldBeEmpty("a liaison of the office signs in");
        await ChangeAsync(app, login, (db, user) => user.ChangeOffice(null));
        await julia.TellPartnerAsync(app);
        app.Links().ShouldBeEmpty("a liaison of the whole agency signs in");
        await ChangeAsync(app, login, (_, user) => user.Deactivate(Viewer.Program));
        await julia.TellPartnerAsync(app);
        app.Links().ShouldHaveSingleItem("whoever left the agency answers no more");
        await app.AddAsync(Role.Operator, Partner.Office);
        await julia.TellPartnerAsync(app);
        app.Links().Count.ShouldBe(2, "another role answers nothing");
    }

    [Theory, OnEveryDatabase]
    public async Task Token_code_and_cookie_stand_in_no_log_trace_audit_outbox_or_table(string database)
    {
        using var watched = new Watched();
        using var ears = new LogsAsTheyAre(watched);
        await using var app = await TestApp.StartAsync(database, services => services.AddLogging(logs => logs.AddProvider(ears)));
        var julia = await watched.SignedInAsync(app, TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(referral);
        var token = app.Links()[0][3..];
        var partner = app.Browser();
        await partner.EnterAsync(app.Links()[0], Partner.Wrong(code));
        await partner.PostAsync(app.Links()[0], ("Code", "a\0b"));
        await partner.PostAsync(app.Links()[0] + "/x", ("Code", code));
        await partner.GoAsync(app.Links()[0], ("Accept", "application/problem+json"));
        await partner.EnterAsync(app.Links()[0], code);
        partner.Path.ShouldBe("/r" + referral);
        await partner.SendFormAsync("/accept");
        var session = partner.CookieHeader.Split("; ").Single(c => c.StartsWith("amparo-link=", StringComparison.Ordinal)).Split('=')[1];
        foreach (var (where, said) in await Stored.AllAsync(app))
            watched.Say(where, said);
        watched.Said.Count(s => s.Where.StartsWith("stored", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        var leaks = from said in watched.Said
                    from secret in (string[])[token, session, code, code.Replace(" ", "", StringComparison.Ordinal)]
                    where said.Said.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select said.Where;
        leaks.Distinct().ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_of_the_master_key_leaves_links_and_work_as_they_are(string database)
    {
        await using var app = await TestApp.StartAsync(database, RotationActs.AtOnce);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var other = await julia.TellPartnerAsync(app);
        var code = await julia.ReadCodeAsync(other);
        var link = app.Links()[1];
        await julia.GoAsync("/home");
        var inside = app.Browser();
        await inside.EnterAsync(app.Links()[0], await julia.ReadCodeAsync(referral));
        var master = RotationActs.NewKey();
        await app.RestartAsync(master, TestApp.Key);
        await using (var command = app.Beside(master, TestApp.Key, RotationActs.AtOnce))
            (await command.Services.GetRequiredService<KeyRotation>().RotateAsync(null, default)).Left.ShouldBe(0);
        await app.RestartAsync(master);
        await inside.GoAsync("/r" + referral);
        await inside.SendFormAsync("/accept");
        inside.Path.ShouldBe("/r" + referral);
        var partner = app.Browser();
        await partner.EnterAsync(link, code);
        partner.Path.ShouldBe("/r" + other);
        await partner.SendFormAsync("/see");
        partner.Words.ShouldContain(Line.Place);
    }

    private static Task<bool> ChangeAsync(TestApp app, string login, Func<Db, User, Platform.Events.IEvent> change) => app.InAsync(async db =>
    {
        var user = await db.Set<User>().SingleAsync(u => u.Login == login);
        await db.RecordAsync(change(db, user), default);
        return true;
    });

    /// <summary>Hears what a log would hold in production: nothing is turned up.</summary>
    private sealed class LogsAsTheyAre(Watched watched) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => watched.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
