using Amparo.Platform;
using Amparo.Platform.Mail;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals;

/// <summary>No answer in time: the second contact, the supervisors, the region's prosecutor.</summary>
public class EscalationTests
{
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);

    [Theory, OnEveryDatabase]
    public async Task Silence_goes_up_step_by_step(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (contact, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        await app.DeliverAsync();
        app.Mail().Count.ShouldBe(1);
        var second = await SecondAsync(app, referral);

        await app.PassAsync(TimeSpan.FromMinutes(4));
        app.Mail().Count.ShouldBe(1, "not before its time");
        await app.PassAsync(TimeSpan.FromMinutes(1));
        MailTo(app, second).ShouldHaveSingleItem();
        await app.PassAsync(Five);
        MailTo(app, TestApp.Supervisor).ShouldHaveSingleItem(string.Join(" | ", (await app.AuditAsync("clock.escalated")).Select(e => e.Data)));
        await app.PassAsync(TimeSpan.FromMinutes(10));
        var prosecutor = await app.InAsync(db => db.Offices.SingleAsync(o => o.Code == new Code("fiscalia-piura")));
        var sent = await app.InAsync(db => db.Referrals.SingleAsync(r => r.To == prosecutor.Id));
        (sent.Contact.Value, sent.Purpose.Value, sent.Basis.Value, sent.Urgency).ShouldBe((Line.Id(contact), "investigate", "legal-mandate", Urgency.Danger));
        (await app.AuditAsync("clock.escalated")).Count(e => e.About == Line.Id(referral)).ShouldBe(3);
        await app.PassAsync(TimeSpan.FromHours(2));
        (await app.AuditAsync("clock.escalated")).Count(e => e.About == Line.Id(referral)).ShouldBe(3, "there is nobody further");
        // Whom it is for may say where: what the mail itself says must not.
        var said = string.Concat(app.Mail().SelectMany(m => m.Split('\n')).Where(l => !l.StartsWith("X-Receiver", StringComparison.OrdinalIgnoreCase) && !l.StartsWith("To:", StringComparison.Ordinal)));
        foreach (var fact in (string[])["verde", "Piura", "chicas", Line.Id(referral).ToString("N"), Line.Id(contact).ToString("N")])
            said.ShouldNotContain(fact, Case.Insensitive);
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_ends_the_escalation(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/accept");
        await app.DeliverAsync();
        var mails = app.Mail().Count;
        foreach (var minutes in (int[])[5, 5, 10, 60])
            await app.PassAsync(TimeSpan.FromMinutes(minutes));
        app.Mail().Count.ShouldBe(mails);
        (await app.CountAsync("clock.escalated")).ShouldBe(0);
        (await app.CountAsync("referral.sent")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_prosecutor_who_must_never_be_told_is_passed_over(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        var prosecutors = await app.InAsync(db => db.Offices.Where(o => o.Code == new Code("fiscalia-piura")).Select(o => o.Agency).SingleAsync());
        await julia.GoAsync(contact + "/safety");
        await julia.SendAsync(("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", prosecutors.ToString()));
        await julia.GoAsync(contact + "/danger");
        await julia.SendAsync(("Office", julia.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!));
        foreach (var minutes in (int[])[5, 5, 10])
            await app.PassAsync(TimeSpan.FromMinutes(minutes));
        (await app.CountAsync("clock.escalated")).ShouldBe(3);
        (await app.InAsync(db => db.Referrals.AnyAsync(r => r.ToAgency == prosecutors))).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Mail_leaves_through_the_server_of_the_settings(string database)
    {
        await using var smtp = new SmtpServer();
        await using var app = await TestApp.StartAsync(database, services =>
            services.PostConfigure<MailSettings>(mail => (mail.Host, mail.Port, mail.Tls, mail.From) = ("127.0.0.1", smtp.Port, false, "linea@amparo.example")));
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        await app.DeliverAsync();
        await app.PassAsync(Five);
        var received = smtp.Received.ToArray();
        received.Select(m => m.To).ShouldContain(await SecondAsync(app, referral));
        received.Length.ShouldBe(2);
        received.ShouldAllBe(m => m.Text.Contains("linea@amparo.example") && !m.Text.Contains("verde"));
        app.Mail().ShouldBeEmpty();
        (await app.ReferralAsync(referral)).NotifiedAt.ShouldNotBeNull();
    }

    private static async Task<string> SecondAsync(TestApp app, string referral)
    {
        var to = (await app.ReferralAsync(referral)).To;
        var office = await app.InAsync(db => db.Offices.SingleAsync(o => o.Id == to));
        return office.Second(app.Services.GetRequiredService<Pack>().Country.Local(app.Clock.GetUtcNow()).DateTime)!.Mail;
    }

    private static IEnumerable<string> MailTo(TestApp app, string address) => app.Mail().Where(m => m.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase));
}
