using System.CommandLine;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats …</c>: the methods of the Statistics project on files, without a database.</summary>
internal static class StatsCommand
{
    public static Command Make() => new("stats", "Methods of statistics on files. Nothing is read from or written to a database.")
    {
        MseCommand.Make(),
        LinkCommand.Make(),
        EncodeCommand.Make(),
        EncodeLinkCommand.Make(),
        EncodeSearchCommand.Make(),
        SuppressCommand.Make(),
        DifferencingCommand.Make(),
        AnonymityCommand.Make(),
        SynthesizeCommand.Make(),
        BudgetCommand.Make(),
        AlarmsCommand.Make(),
        ScanCommand.Make(),
        OperatorsCommand.Make(),
        ForecastCommand.Make(),
        ItsCommand.Make(),
        SynthControlCommand.Make(),
        ImpactCommand.Make(),
        ItemsCommand.Make(),
    };
}
