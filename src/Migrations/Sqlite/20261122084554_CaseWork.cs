using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies");

            migrationBuilder.DropIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "CaseTies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Until",
                table: "CaseTies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MarkedAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies",
                columns: new[] { "Case", "Agency", "Since" });

            migrationBuilder.CreateTable(
                name: "CaseFlags",
                columns: table => new
                {
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Flag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LoweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFlags", x => new { x.Case, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseFlags_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CasePlaces",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseTasks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    For = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTasks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyAccesses",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Agency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Justified = table.Column<bool>(type: "INTEGER", nullable: true),
                    ReviewedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Finding = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyAccesses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Area_OpenedAt",
                table: "Contacts",
                columns: new[] { "Area", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts",
                column: "Contact",
                unique: true,
                filter: "\"PartedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CasePlaces_Area_AddedAt",
                table: "CasePlaces",
                columns: new[] { "Area", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePlaces_Case",
                table: "CasePlaces",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_Case_FinishedAt",
                table: "CaseTasks",
                columns: new[] { "Case", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_For_FinishedAt_DueAt",
                table: "CaseTasks",
                columns: new[] { "For", "FinishedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccesses_By_ExpiresAt",
                table: "EmergencyAccesses",
                columns: new[] { "By", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccesses_Case",
                table: "EmergencyAccesses",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccesses_ReviewedAt",
                table: "EmergencyAccesses",
                column: "ReviewedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseFlags");

            migrationBuilder.DropTable(
                name: "CasePlaces");

            migrationBuilder.DropTable(
                name: "CaseTasks");

            migrationBuilder.DropTable(
                name: "EmergencyAccesses");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Area_OpenedAt",
                table: "Contacts");

            migrationBuilder.DropPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies");

            migrationBuilder.DropIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "CaseTies");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "CaseTies");

            migrationBuilder.DropColumn(
                name: "MarkedAt",
                table: "Cases");

            migrationBuilder.AddPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies",
                columns: new[] { "Case", "Agency" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts",
                column: "Contact");
        }
    }
}
