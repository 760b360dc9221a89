using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LongLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Referrals_Case",
                table: "Referrals");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Case",
                table: "Referrals",
                column: "Case",
                filter: "\"Case\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_From_SentAt",
                table: "Referrals",
                columns: new[] { "From", "SentAt" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_ToAgency_AnsweredAt",
                table: "Referrals",
                columns: new[] { "ToAgency", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Agency_ClosedAt",
                table: "Contacts",
                columns: new[] { "Agency", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Open",
                table: "Contacts",
                columns: new[] { "Agency", "OpenedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedAt",
                table: "Cases",
                column: "OpenedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Referrals_Case",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_From_SentAt",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_ToAgency_AnsweredAt",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Agency_ClosedAt",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Open",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedAt",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Case",
                table: "Referrals",
                column: "Case");
        }
    }
}
