using Amparo.Platform.Audit;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Audit;

public class AnchorTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_seal_has_a_line_that_can_be_checked_without_database_or_key(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var lines = (await File.ReadAllLinesAsync(audit.Anchor)).Select(l => AnchorLine.TryRead(l)!).ToList();
        lines.Select(l => l.Number).ShouldBe([1, 2, 3, 4]);
        lines.ShouldAllBe(l => l.IsSound);
        lines.Zip(lines.Skip(1)).ShouldAllBe(pair => pair.Second.Previous.SequenceEqual(pair.First.Hash));
        lines[^1].Total.ShouldBe(20);
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_anchor_is_given_every_seal(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var lines = await File.ReadAllLinesAsync(audit.Anchor);
        File.Delete(audit.Anchor);
        await audit.SealAsync();
        (await File.ReadAllLinesAsync(audit.Anchor)).ShouldBe(lines);
    }

    [Theory, OnEveryDatabase]
    public async Task A_line_torn_by_a_crash_is_written_again_and_does_no_harm(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var text = await File.ReadAllTextAsync(audit.Anchor);
        await File.WriteAllTextAsync(audit.Anchor, text[..^40]);
        var report = await audit.VerifyAsync();
        report.Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.AnchorUnsound);
        report.Anchored.ShouldBe(15);

        await audit.SealAsync();
        report = await audit.VerifyAsync();
        report.Findings.ShouldBeEmpty();
        report.Anchored.ShouldBe(20);
    }

    [Theory, OnEveryDatabase]
    public async Task A_line_written_over_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var text = await File.ReadAllTextAsync(audit.Anchor);
        await File.WriteAllTextAsync(audit.Anchor, text.Replace("\"total\":10", "\"total\":11"));
        (await audit.VerifyAsync()).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.AnchorUnsound);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_anchored_while_verifying_is_no_truncation(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        using var reader = new AnchorReader(audit.Anchor);
        await audit.WriteAndSealAsync(5);
        var lines = 0;
        while (await reader.NextAsync(default) is not null)
            lines++;
        lines.ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_the_setting_there_is_no_anchor(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.WriteAsync("note");
        (await test.SealAsync()).ShouldBe(1);
    }
}
