using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaitingLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Links_End_Referral",
                table: "Links",
                columns: new[] { "End", "Referral" },
                filter: "\"End\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Links_ExpiresAt",
                table: "Links",
                column: "ExpiresAt",
                filter: "\"OpenedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_OpenedAt",
                table: "Contacts",
                column: "OpenedAt",
                filter: "\"Safety_PhoneIndex\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Links_End_Referral",
                table: "Links");

            migrationBuilder.DropIndex(
                name: "IX_Links_ExpiresAt",
                table: "Links");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_OpenedAt",
                table: "Contacts");
        }
    }
}
