using Amparo.Platform.Audit;
using Amparo.Tests.Support;

namespace Amparo.Tests.Audit;

/// <summary>Rows of the audit changed, taken away or put in by whoever holds the database.</summary>
public class TamperedRowsTests
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
