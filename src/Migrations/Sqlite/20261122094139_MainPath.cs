using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MainPath : Migration
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
                name: "Conduct",
                table: "Users",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ConductAt",
                table: "Users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BasisReason",
                table: "Referrals",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Case",
                table: "Referrals",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReasonCode",
                table: "Referrals",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewDueAt",
                table: "Referrals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Review_At",
                table: "Referrals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Review_By",
                table: "Referrals",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Review_Objection",
                table: "Referrals",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Review_Upheld",
                table: "Referrals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SentBy",
                table: "Referrals",
                type: "BLOB",
                nullable: true);

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
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Agency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Office = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeyUses",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeyUses", x => x.Key);
                });

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
                name: "CaseReceipts",
                columns: table => new
                {
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Referral = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Agency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Agency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Groups = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "ContactLinks",
                columns: table => new
                {
                    Contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Earlier = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LinkedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactLinks", x => new { x.Contact, x.Earlier });
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

            migrationBuilder.CreateTable(
                name: "Links",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Referral = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DutyContact = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Session = table.Column<byte[]>(type: "BLOB", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    User = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Credential = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", nullable: false),
                    BackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    BackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastChallengeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReturnSecrets",
                columns: table => new
                {
                    Contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnSecrets", x => x.Contact);
                });

            migrationBuilder.CreateTable(
                name: "SharedPersonFacts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Referral = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Codes = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "IX_Contacts_Area_OpenedAt",
                table: "Contacts",
                columns: new[] { "Area", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks",
                columns: new[] { "Kind", "StoppedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts",
                column: "Contact",
                unique: true,
                filter: "\"PartedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Agency",
                table: "ApiKeys",
                column: "Agency");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Prefix",
                table: "ApiKeys",
                column: "Prefix",
                unique: true);

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
                name: "IX_Consents_Person_Agency",
                table: "Consents",
                columns: new[] { "Person", "Agency" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactLinks_Earlier",
                table: "ContactLinks",
                column: "Earlier");

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
                name: "IX_ReturnSecrets_Index",
                table: "ReturnSecrets",
                column: "Index");

            migrationBuilder.CreateIndex(
                name: "IX_SharedPersonFacts_Referral",
                table: "SharedPersonFacts",
                column: "Referral");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "ApiKeyUses");

            migrationBuilder.DropTable(
                name: "CaseFlags");

            migrationBuilder.DropTable(
                name: "CasePlaces");

            migrationBuilder.DropTable(
                name: "CaseReceipts");

            migrationBuilder.DropTable(
                name: "CaseTasks");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ContactLinks");

            migrationBuilder.DropTable(
                name: "EmergencyAccesses");

            migrationBuilder.DropTable(
                name: "Links");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "ReturnSecrets");

            migrationBuilder.DropTable(
                name: "SharedPersonFacts");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_Case",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Area_OpenedAt",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks");

            migrationBuilder.DropPrimaryKey(
                name: "PK_CaseTies",
                table: "CaseTies");

            migrationBuilder.DropIndex(
                name: "IX_CaseContacts_Contact",
                table: "CaseContacts");

            migrationBuilder.DropIndex(
                name: "IX_Audit_At",
                table: "Audit");

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
