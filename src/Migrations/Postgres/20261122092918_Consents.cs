using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Conduct",
                table: "Users",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ConductAt",
                table: "Users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BasisReason",
                table: "Referrals",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "Case",
                table: "Referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReasonCode",
                table: "Referrals",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReviewDueAt",
                table: "Referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Review_At",
                table: "Referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Review_By",
                table: "Referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Review_Objection",
                table: "Referrals",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Review_Upheld",
                table: "Referrals",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentBy",
                table: "Referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseReceipts",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    Referral = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReceipts", x => new { x.Case, x.Referral });
                    table.ForeignKey(
                        name: "FK_CaseReceipts_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Groups = table.Column<string>(type: "text", nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_People_Person",
                        column: x => x.Person,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Referral = table.Column<Guid>(type: "uuid", nullable: false),
                    DutyContact = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Token = table.Column<byte[]>(type: "bytea", nullable: false),
                    Code = table.Column<byte[]>(type: "bytea", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Session = table.Column<byte[]>(type: "bytea", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Links_Referrals_Referral",
                        column: x => x.Referral,
                        principalTable: "Referrals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Credential = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Transports = table.Column<string[]>(type: "text[]", nullable: false),
                    BackupEligible = table.Column<bool>(type: "boolean", nullable: false),
                    BackedUp = table.Column<bool>(type: "boolean", nullable: false),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastChallengeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SharedPersonFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Referral = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Codes = table.Column<string>(type: "text", nullable: true),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedPersonFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedPersonFacts_Referrals_Referral",
                        column: x => x.Referral,
                        principalTable: "Referrals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Case",
                table: "Referrals",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals",
                columns: new[] { "From", "ReviewDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Person_Agency",
                table: "Consents",
                columns: new[] { "Person", "Agency" });

            migrationBuilder.CreateIndex(
                name: "IX_Links_Referral",
                table: "Links",
                column: "Referral");

            migrationBuilder.CreateIndex(
                name: "IX_Links_Session",
                table: "Links",
                column: "Session",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Links_Token",
                table: "Links",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_Credential",
                table: "Passkeys",
                column: "Credential",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_User",
                table: "Passkeys",
                column: "User");

            migrationBuilder.CreateIndex(
                name: "IX_SharedPersonFacts_Referral",
                table: "SharedPersonFacts",
                column: "Referral");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseReceipts");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Links");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "SharedPersonFacts");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_Case",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Conduct",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "ConductAt",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "BasisReason",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Case",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "ReasonCode",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "ReviewDueAt",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Review_At",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Review_By",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Review_Objection",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "Review_Upheld",
                table: "Referrals");

            migrationBuilder.DropColumn(
                name: "SentBy",
                table: "Referrals");
        }
    }
}
