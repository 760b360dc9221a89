using Amparo.Platform.Audit;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;

namespace Amparo.Tests.Audit;

public class TamperingTests
{
    [Theory, OnEveryDatabase]
    public async Task An_untouched_audit_is_sound(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var report = await audit.VerifyAsync();
        report.Findings.ShouldBeEmpty();
        report.IsSound.ShouldBeTrue();
        (report.Rows, report.Sealed, report.NotYetSealed, report.Anchored, report.SealedNotAnchored, report.Seals).ShouldBe((20, 20, 0, 20, 0, 4));
    }

    [Theory, OnEveryDatabase]
    public async Task One_changed_byte_is_found_by_row(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(7);
        var data = row.Data.Replace("\"length\":6", "\"length\":7").Replace("{", "{{").Replace("}", "}}");
        await audit.Test.TamperAsync($"""UPDATE "Audit" SET "Data" = '{data}' WHERE "Id" = {audit.Sql(row.Id)}""");
        await OnlyAsync(audit, AuditFault.RowChanged, row);
    }

    [Theory, OnEveryDatabase]
    public async Task A_changed_actor_is_found_by_row(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(0);
        await audit.Test.TamperAsync($"""UPDATE "Audit" SET "By" = {audit.Sql(Guid.CreateVersion7())} WHERE "Id" = {audit.Sql(row.Id)}""");
        await OnlyAsync(audit, AuditFault.RowChanged, row);
    }

    [Theory, OnEveryDatabase]
    public async Task A_row_given_another_id_is_a_changed_row(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(3);
        await audit.Test.TamperAsync($"""UPDATE "Audit" SET "Id" = {audit.Sql(Guid.CreateVersion7())} WHERE "Id" = {audit.Sql(row.Id)}""");
        await OnlyAsync(audit, AuditFault.RowChanged, row);
    }

    [Theory, OnEveryDatabase]
    public async Task A_deleted_row_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(19);
        await audit.Test.TamperAsync($"""DELETE FROM "Audit" WHERE "Id" = {audit.Sql(row.Id)}""");
        await OnlyAsync(audit, AuditFault.RowMissing, row);
        (await audit.VerifyAsync()).Sealed.ShouldBe(19);
    }

    [Theory, OnEveryDatabase]
    public async Task An_inserted_row_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        var row = await audit.RowAsync(0);
        var id = Guid.CreateVersion7();
        await audit.Test.TamperAsync(
            $"""
            INSERT INTO "Audit" ("Position","Id","At","Event","Kind","About","Data")
            SELECT "Position" - 1, {audit.Sql(id)}, "At", "Event", "Kind", "About", "Data" FROM "Audit" WHERE "Id" = {audit.Sql(row.Id)}
            """);
        var finding = (await audit.VerifyAsync()).Findings.ShouldHaveSingleItem();
        finding.Fault.ShouldBe(AuditFault.RowInserted);
        (finding.Id, finding.Position).ShouldBe((id, row.Position - 1));
    }

    [Theory, OnEveryDatabase]
    public async Task A_row_before_every_seal_is_found(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database);
        await audit.Test.TamperAsync(
            $"""
            INSERT INTO "Audit" ("Position","Id","At","Event","Kind","About","Data")
            SELECT -5, {audit.Sql(Guid.CreateVersion7())}, "At", "Event", "Kind", "About", "Data" FROM "Audit" ORDER BY "Position" LIMIT 1
            """);
        (await audit.VerifyAsync()).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.RowInserted);
    }

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

    [Theory, OnEveryDatabase]
    public async Task Many_findings_are_counted_and_the_first_listed(string database)
    {
        await using var audit = await AnchoredAudit.StartAsync(database, notes: 0);
        await audit.WriteAndSealAsync(AuditReport.MostListed + 20);
        await audit.Test.TamperAsync("""UPDATE "Audit" SET "Kind" = 'other'""");
        var report = await audit.VerifyAsync();
        report.FindingsInAll.ShouldBe(AuditReport.MostListed + 20);
        report.Findings.Count.ShouldBe(AuditReport.MostListed);
        report.Lines().ShouldContain("And 20 more.");
    }

    private static Task TruncateAsync(AnchoredAudit audit) => audit.Test.TamperAsync(
        """DELETE FROM "Audit" WHERE "Position" >= (SELECT "To" FROM "Seals" WHERE "Number" = 2)""",
        """DELETE FROM "Seals" WHERE "Number" > 2""");

    private static async Task OnlyAsync(AnchoredAudit audit, AuditFault fault, AuditEntry row)
    {
        foreach (var withAnchor in (bool[])[true, false])
        {
            var finding = (await audit.VerifyAsync(withAnchor)).Findings.ShouldHaveSingleItem();
            finding.Fault.ShouldBe(fault);
            (finding.Id, finding.Position).ShouldBe((row.Id, row.Position));
            finding.Sentence.ShouldContain($"{row.Id}");
        }
    }
}
