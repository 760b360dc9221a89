using Amparo.StatisticsBench;

// Speed beside the references, or the coverage study. Usage: Statistics speed [runs = 5] | coverage [sets = 500] [resamples = 1000] [seed = 1]
switch (args.FirstOrDefault())
{
    case "speed":
        Speed.Run(Number(1, 5));
        break;
    case "coverage":
        Coverage.Run(Number(1, 500), Number(2, 1000), Number(3, 1));
        break;
    default:
        await Console.Error.WriteLineAsync("Say which: speed [runs], or coverage [sets] [resamples] [seed].");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
