using Amparo.StatisticsBench;

// Speed beside the references, the coverage study, suppression, linkage, or made-up records and what they give away.
// Usage: Statistics speed [runs = 5] | coverage [sets = 500] [resamples = 1000] [seed = 1] | suppression [most districts = 196]
//        | link FOLDER [runs = 3] [part of a name] | link-made [persons = 68000] [runs = 3]
//        | synthesis FILE [seeds = 5] | privacy FILE [epsilon = 1] [runs = 1000]
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
    case "synthesis":
        SynthesisRun.Run(args[1], Number(2, 5));
        break;
    case "privacy":
        SynthesisRun.Play(args[1], Number(2, 1), Number(3, 1000));
        break;
    default:
        await Console.Error.WriteLineAsync("Say which: speed [runs], coverage [sets] [resamples] [seed], suppression [most districts], link FOLDER [runs] [part of a name], link-made [persons] [runs], synthesis FILE [seeds], or privacy FILE [epsilon] [runs].");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
