using Amparo.StatisticsBench;

// Speed beside the references, the coverage study, suppression, linkage in clear text and encoded, or searching encodings.
// Usage: Statistics speed [runs = 5] | coverage [sets = 500] [resamples = 1000] [seed = 1] | suppression [most districts = 196]
//        | link FOLDER [runs = 3] [part of a name] | link-made [persons = 68000] [runs = 3]
//        | encoded FOLDER [part of a name] | encoded-made [persons = 6800] [seed = 77] | search [encodings = 1000000] [runs = 15]
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
    case "encoded":
        EncodedRun.Run(args[1], args.ElementAtOrDefault(2));
        break;
    case "encoded-made":
        EncodedRun.Made(Number(1, 6_800), Number(2, 77));
        break;
    case "search":
        SearchRun.Header();
        SearchRun.Run(Number(1, 1_000_000), Number(2, 15));
        break;
    default:
        await Console.Error.WriteLineAsync("Say which: speed [runs], coverage [sets] [resamples] [seed], suppression [most districts], link FOLDER [runs] [part of a name], link-made [persons] [runs], encoded FOLDER [part of a name], encoded-made [persons] [seed], or search [encodings] [runs].");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
