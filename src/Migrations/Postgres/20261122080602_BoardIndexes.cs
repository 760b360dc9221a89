using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BoardIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks",
                columns: new[] { "Kind", "StoppedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Clocks_Kind_StoppedAt_DueAt",
                table: "Clocks");

            migrationBuilder.DropIndex(
                name: "IX_Audit_At",
                table: "Audit");
        }
    }
}
