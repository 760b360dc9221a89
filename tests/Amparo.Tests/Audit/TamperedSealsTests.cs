using Amparo.Platform.Audit;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;

namespace Amparo.Tests.Audit;

/// <summary>Seals cut off, forged or signed anew, which rows alone would not show.</summary>
public class TamperedSealsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_truncated_end_is_found_with_the_anchor(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await TruncateAsync(audit);
        (await audit.VerifyAsync(withAnchor: false)).IsSound.ShouldBeTrue();
        var finding = (await audit.VerifyAsync()).Findings.ShouldHaveSingleItem();
        finding.Fault.ShouldBe(AuditFault.Truncated);
        finding.Sentence.ShouldContain("the anchor goes to seal 4 with 20 rows");
        finding.Sentence.ShouldContain("the database only to seal 2 with 10 rows");
    }

    [Theory, OnEveryDatabase]
    public async Task A_truncated_end_that_grew_again_is_found_and_not_anchored(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await TruncateAsync(audit);
        var lines = await File.ReadAllLinesAsync(audit.Anchor);
        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<InvalidOperationException>(() => audit.WriteAndSealAsync(5));
        (await File.ReadAllLinesAsync(audit.Anchor)).ShouldBe(lines);

        var report = await audit.VerifyAsync();
        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Fault.ShouldBe(AuditFault.Resealed);
        finding.Seal.ShouldBe(3);
        (report.Sealed, report.Anchored, report.SealedNotAnchored).ShouldBe((25, 10, 15));
    }

    [Theory, OnEveryDatabase]
    public async Task A_chain_signed_anew_with_the_signing_key_is_found_with_the_anchor(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(7);
        await audit.Test.TamperAsync(
            """DELETE FROM "Seals" WHERE "Number" > 1""",
            $"""DELETE FROM "Audit" WHERE "Id" = {audit.Sql(row.Id)}""");
        // Whoever has the database and the master key has the program's own means, and needs no anchor of ours.
        await using var attacker = audit.Test.Another();
        await attacker.SealAsync();

        (await audit.VerifyAsync(withAnchor: false)).IsSound.ShouldBeTrue();
        var report = await audit.VerifyAsync();
        report.Findings[0].Fault.ShouldBe(AuditFault.Resealed);
        report.Findings[0].Seal.ShouldBe(2);
        report.Anchored.ShouldBe(5);
    }

    [Theory, OnEveryDatabase]
    public async Task A_chain_signed_with_a_key_of_the_attackers_own_is_found_without_the_anchor(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await audit.Test.TamperAsync(
            """DELETE FROM "Seals" """,
            """DELETE FROM "Keys" WHERE "Name" LIKE 'audit-%'""",
            """UPDATE "Audit" SET "Kind" = 'other'""");
        // Whoever has the database alone wraps a key with a master key of their own, which the program's does not open.
        await using var attacker = audit.Test.Another(master: MasterKey.Parse(MasterKey.Generate()));
        await attacker.SealAsync();

        var finding = (await audit.VerifyAsync(withAnchor: false)).Findings.ShouldHaveSingleItem();
        finding.Fault.ShouldBe(AuditFault.SignatureWrong);
        finding.Sentence.ShouldBe("Seal 1 is signed with key 1, which the master key does not open.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_missing_seal_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await audit.Test.TamperAsync("""DELETE FROM "Seals" WHERE "Number" = 2""");
        var report = await audit.VerifyAsync(withAnchor: false);
        report.Findings.Select(f => f.Fault).ShouldBe([AuditFault.SealMissing, AuditFault.RowInserted]);
        report.Findings[0].Sentence.ShouldBe("Seal 2 is missing.");
        report.Findings[1].Sentence.ShouldStartWith("5 rows");
    }

    [Theory, OnEveryDatabase]
    public async Task A_changed_seal_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var zeros = audit.Test.Address.IsPostgres ? "decode(repeat('00', 32), 'hex')" : "zeroblob(32)";
        await audit.Test.TamperAsync($"""UPDATE "Seals" SET "Root" = {zeros} WHERE "Number" = 2""");
        (await audit.VerifyAsync(withAnchor: false)).Findings.Select(f => f.Fault)
            .ShouldBe([AuditFault.SignatureWrong, AuditFault.SealChanged, AuditFault.ChainBroken]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_forged_signature_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await audit.Test.TamperAsync("""UPDATE "Seals" SET "Signature" = (SELECT "Signature" FROM "Seals" WHERE "Number" = 1) WHERE "Number" = 2""");
        (await audit.VerifyAsync()).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.SignatureWrong);
    }

    private static Task TruncateAsync(AnchoredAudit audit) => audit.Test.TamperAsync(
        """DELETE FROM "Audit" WHERE "Position" >= (SELECT "To" FROM "Seals" WHERE "Number" = 2)""",
        """DELETE FROM "Seals" WHERE "Number" > 2""");
}
