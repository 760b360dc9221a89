using System.CommandLine;
using Amparo.Commands;
using Amparo.Commands.Stats;

var root = new RootCommand("Amparo: the program a country runs to fight trafficking in persons.")
{
    ServeCommand.Make(),
    DemoCommand.Make(),
    MigrateCommand.Make(),
    UsersCommand.Make(),
    AuditCommand.Make(),
    BackupCommand.MakeBackup(),
    BackupCommand.MakeRestore(),
    PackCommand.Make(),
    KeyCommand.Make(),
    StatsCommand.Make(),
};
return await root.Parse(args).InvokeAsync();
