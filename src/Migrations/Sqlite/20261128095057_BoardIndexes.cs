using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoardIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals",
                columns: new[] { "From", "ReviewDueAt" },
                filter: "\"ReviewDueAt\" IS NOT NULL AND \"Review_At\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Kind_DueAt",
                table: "Clocks",
                columns: new[] { "Kind", "DueAt" },
                filter: "\"StoppedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_Kind_DueAt",
                table: "Clocks");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_From_ReviewDueAt",
                table: "Referrals",
                columns: new[] { "From", "ReviewDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks",
                columns: new[] { "Kind", "StoppedAt", "DueAt" });
        }
    }
}
