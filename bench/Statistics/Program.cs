using Amparo.StatisticsBench;

// Speed beside the references, the coverage study, or suppression. Usage: Statistics speed [runs = 5] | coverage [sets = 500] [resamples = 1000] [seed = 1] | suppression [most districts = 196]
switch (args.FirstOrDefault())
{
    case "speed":
        Speed.Run(Number(1, 5));
        break;
    case "coverage":
        Coverage.Run(Number(1, 500), Number(2, 1000), Number(3, 1));
        break;
    case "suppression":
        Disclosure.Run(Number(1, 196));
        break;
    default:
        await Console.Error.WriteLineAsync("Say which: speed [runs], coverage [sets] [resamples] [seed], or suppression [most districts].");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
