using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ApiKeysAndReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_ContactLinks_Earlier",
                table: "ContactLinks",
                column: "Earlier");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnSecrets_Index",
                table: "ReturnSecrets",
                column: "Index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "ApiKeyUses");

            migrationBuilder.DropTable(
                name: "ContactLinks");

            migrationBuilder.DropTable(
                name: "ReturnSecrets");
        }
    }
}
