using System.CommandLine;
using System.Security.Cryptography;
using Amparo.Accounts.OpenId;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;

namespace Amparo.Commands;

/// <summary>The options that several commands share, and what they make of them. Exit codes: 0 done, 1 refused or not sound, 2 wrong use.</summary>
internal static class CommandHost
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUse = 2;

    public static Option<string> Database { get; } = new("--database")
    {
        Description = "A SQLite file, or postgres://user:password@host/name. Else the setting AMPARO_DATABASE.",
    };

    public static Option<string> PackFolder { get; } = new("--pack")
    {
        Description = "The country pack's folder. Else the setting AMPARO_PACK, else packs/pe beside the program.",
    };

    public static Option<string> MasterKeyFile { get; } = new("--master-key-file")
    {
        Description = "A file with the master key (see: amparo key new). Else the setting AMPARO_MASTER_KEY holds the key itself.",
    };

    public static Option<string> PreviousMasterKeyFile { get; } = new("--previous-master-key-file")
    {
        Description = "While the master key is rotated (see: amparo key rotate --help): a file with the one before, which only opens. "
            + "Else the settings AMPARO_PREVIOUS_MASTER_KEY_FILE or AMPARO_PREVIOUS_MASTER_KEY.",
    };

    /// <exception cref="CommandRefused">Something is missing or wrong; the message says what to do.</exception>
    public static HostSettings Settings(ParseResult parsed) => new(DatabaseOf(parsed), MasterOf(parsed), PackOf(parsed)) { Previous = PreviousOf(parsed) };

    public static Pack PackOf(ParseResult parsed)
    {
        try
        {
            return Pack.Load(PackFolderOf(parsed));
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandRefused($"The country pack cannot be read. {wrong.Message} Run: amparo pack check");
        }
    }

    public static string PackFolderOf(ParseResult parsed) =>
        parsed.GetValue(PackFolder) ?? Environment.GetEnvironmentVariable("AMPARO_PACK") ?? Path.Combine(AppContext.BaseDirectory, "packs", "pe");

    /// <summary>Runs a command and turns its refusals into a sentence and an exit code.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<TextWriter, Task<int>> runAsync)
    {
        var (say, complain) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            return await runAsync(say);
        }
        catch (CommandRefused refused)
        {
            await complain.WriteLineAsync(refused.Message);
            return WrongUse;
        }
        catch (OpenIdRefused refused)
        {
            await complain.WriteLineAsync(refused.Message);
            return WrongUse;
        }
        catch (CryptographicException)
        {
            await complain.WriteLineAsync("The master key is not the one this database was made with.");
            return WrongUse;
        }
        catch (System.Data.Common.DbException unreachable)
        {
            await complain.WriteLineAsync($"The database does not answer as expected ({unreachable.GetType().Name}). Is the address right, and did you run: amparo migrate?");
            return WrongUse;
        }
    }

    public static DatabaseAddress DatabaseOf(ParseResult parsed)
    {
        var address = parsed.GetValue(Database) ?? Environment.GetEnvironmentVariable("AMPARO_DATABASE")
            ?? throw new CommandRefused("Say where the data lies: --database data/amparo.db, or the setting AMPARO_DATABASE.");
        try
        {
            return DatabaseAddress.Parse(address);
        }
        catch (FormatException wrong)
        {
            throw new CommandRefused(wrong.Message);
        }
    }

    private static MasterKey MasterOf(ParseResult parsed) =>
        Read(parsed.GetValue(MasterKeyFile), "AMPARO_MASTER_KEY") ?? throw new CommandRefused(
            "Without a master key nothing is served. Make one with: amparo key new > master.key, keep it apart from the database, and name it with --master-key-file.");

    private static MasterKey? PreviousOf(ParseResult parsed) => Read(parsed.GetValue(PreviousMasterKeyFile), "AMPARO_PREVIOUS_MASTER_KEY");

    private static MasterKey? Read(string? file, string setting)
    {
        file ??= Environment.GetEnvironmentVariable($"{setting}_FILE");
        if (file is not null && !File.Exists(file))
            throw new CommandRefused($"There is no master key file {file}. A new one is made with: amparo key new");
        try
        {
            var text = file is null ? Environment.GetEnvironmentVariable(setting) : File.ReadAllText(file);
            return file is null && string.IsNullOrWhiteSpace(text) ? null : MasterKey.Parse(text!);
        }
        catch (FormatException)
        {
            throw new CommandRefused($"{file ?? setting} holds no master key: 32 bytes or more in base64. A new one is made with: amparo key new");
        }
    }
}

/// <summary>The command cannot be carried out as it was given; the message says what to do.</summary>
internal sealed class CommandRefused(string message) : Exception(message);
