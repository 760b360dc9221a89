using Amparo.StatisticsBench;

// Speed beside the references, the coverage study, suppression, linkage, or effects.
// Usage: Statistics speed [runs = 5] | coverage [sets = 500] [resamples = 1000] [seed = 1] | suppression [most districts = 196]
//        | link FOLDER [runs = 3] [part of a name] | link-made [persons = 68000] [runs = 3] | impact [sets = 500] [draws = 2000] | synthetic [runs = 51]
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
    case "link":
        LinkageRun.Run(args[1], Number(2, 3), args.ElementAtOrDefault(3));
        break;
    case "link-made":
        LinkageRun.Grown(Number(1, 68_000), Number(2, 3));
        break;
    case "impact":
        ImpactCoverage.Run(Number(1, 500), Number(2, 2000));
        break;
    case "synthetic":
        SyntheticSpeed.Run(Number(1, 51));
        break;
    default:
        await Console.Error.WriteLineAsync("Say which: speed [runs], coverage [sets] [resamples] [seed], suppression [most districts], link FOLDER [runs] [part of a name], link-made [persons] [runs], impact [sets] [draws], or synthetic [runs].");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
