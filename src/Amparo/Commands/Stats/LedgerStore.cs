using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Privacy;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Commands.Stats;

/// <summary>A privacy ledger in its file: one command at a time changes it, and what is spent is on disk before anything is asked of the data.</summary>
internal static class LedgerStore
{
    /// <summary>Today, as the ledger counts years.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <exception cref="CommandRefused">There is none, somebody else holds it, or it cannot be read or written.</exception>
    public static PrivacyLedger Change(string path, Func<PrivacyLedger, PrivacyLedger> change)
    {
        if (!File.Exists(path))
            throw new CommandRefused($"There is no ledger {path}. Begin one, once for the same people: amparo stats budget {path} --data NAME --epsilon E --delta D");
        try
        {
            // Whoever comes meanwhile fails on it and releases nothing. It stays: taken away, two could hold one each.
            using var held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var before = LedgerFile.Read(new StringReader(File.ReadAllText(path)));
            var after = change(before);
            if (!ReferenceEquals(before, after))
                Replace(path, after);
            return after;
        }
        catch (TableFault fault)
        {
            throw new CommandRefused($"{path}: {fault.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"The ledger {path} cannot be used, so nothing is released: {failure.Message}");
        }
    }

    /// <exception cref="CommandRefused">There is one already, or it cannot be written.</exception>
    public static void Begin(string path, PrivacyLedger ledger)
    {
        if (File.Exists(path))
            throw new CommandRefused($"There is a ledger {path} already; its budget cannot be changed.");
        try
        {
            Replace(path, ledger);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"The ledger {path} cannot be written: {failure.Message}");
        }
    }

    private static void Replace(string path, PrivacyLedger ledger)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(LedgerFile.Write(ledger)));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
