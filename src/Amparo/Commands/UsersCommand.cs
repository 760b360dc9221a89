using System.CommandLine;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Commands;

/// <summary><c>amparo users add</c></summary>
internal static class UsersCommand
{
    private const string All = "all";

    private static readonly Argument<string> Login = new("login") { Description = "The mail address they sign in with." };
    private static readonly Option<string> Name = new("--name") { Description = "The name colleagues know.", Required = true };
    private static readonly Option<string> AgencyCode = new("--agency") { Description = "The agency's code in the pack.", Required = true };
    private static readonly Option<string> OfficeCode = new("--office") { Description = $"The office's code; a liaison needs it, or {All} for every office of the agency." };
    private static readonly Option<string[]> Roles = new("--role") { Description = $"One or more of: {string.Join(", ", Role.All)}.", Required = true };

    public static Command Make()
    {
        var add = new Command("add", "Adds a user and prints a temporary password, once.")
        {
            Login, Name, AgencyCode, OfficeCode, Roles, CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        add.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => AddAsync(parsed, say, cancel)));
        return new Command("users", "Users.") { add };
    }

    private static async Task<int> AddAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var roles = parsed.GetValue(Roles)!;
        if (roles.FirstOrDefault(role => !Role.All.Contains(role)) is { } unknown)
            throw new CommandRefused($"There is no role {unknown}. Roles: {string.Join(", ", Role.All)}.");
        if (parsed.GetValue(OfficeCode) is null && roles.Contains(Role.Liaison))
            throw new CommandRefused($"A liaison answers for an office: add --office CODE, or --office {All} for every office of the agency.");
        await using var app = AmparoHost.Build(CommandHost.Settings(parsed));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var agency = await FindAsync(db.Agencies, parsed.GetValue(AgencyCode)!, "agency", (code) => a => a.Code == code, cancel);
        var office = parsed.GetValue(OfficeCode) is { } named and not All
            ? await FindAsync(db.Offices, named, "office", (code) => o => o.Code == code && o.Active, cancel)
            : null;
        try
        {
            var user = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .AddAsync(parsed.GetValue(Login)!, parsed.GetValue(Name)!, agency.Id, office?.Id, roles, cancel);
            await say.WriteLineAsync($"{user.Login}: temporary password {user.TemporaryPassword} (72 hours; it must be changed at the first sign-in)");
            return CommandHost.Done;
        }
        catch (Refused refused)
        {
            throw new CommandRefused(scope.ServiceProvider.GetRequiredService<Texts>()[refused.Message, refused.Details]);
        }
    }

    private static async Task<T> FindAsync<T>(
        IQueryable<T> all, string code, string kind, Func<Code, System.Linq.Expressions.Expression<Func<T, bool>>> matches, CancellationToken cancel) where T : class =>
        (Code.IsCode(code) ? await all.FirstOrDefaultAsync(matches(new Code(code)), cancel) : null)
        ?? throw new CommandRefused($"There is no {kind} {code}. The pack's codes stand in providers/, and amparo migrate loads them.");
}
