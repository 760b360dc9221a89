using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Until",
                table: "CaseTies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MarkedAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies",
                columns: new[] { "Case", "Agency", "Since" });

            migrationBuilder.CreateTable(
                name: "CaseFlags",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Flag = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LoweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    For = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTasks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyAccesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Justified = table.Column<bool>(type: "boolean", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Finding = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
