using System.Globalization;
using Amparo.StatisticsBench;

// Long studies, run when somebody asks for one by its name. A FOLDER holds reference data that do not belong into the project.
Study[] studies =
[
    new("speed [runs = 5]", () => Speed.Run(Number(1, 5))),
    new("coverage [sets = 500] [resamples = 1000] [seed = 1]", () => Coverage.Run(Number(1, 500), Number(2, 1000), Number(3, 1))),
    new("suppression [most districts = 196]", () => Disclosure.Run(Number(1, 196))),
    new("link FOLDER [runs = 3] [part of a name]", () => LinkageRun.Run(Text(1), Number(2, 3), args.ElementAtOrDefault(3))),
    new("link-made [persons = 68000] [runs = 3]", () => LinkageRun.Grown(Number(1, 68_000), Number(2, 3))),
    new("encoded FOLDER [part of a name]", () => EncodedRun.Run(Text(1), args.ElementAtOrDefault(2))),
    new("encoded-made [persons = 6800] [seed = 77]", () => EncodedRun.Made(Number(1, 6_800), Number(2, 77))),
    new("search [encodings = 1000000] [runs = 15]", () => SearchRun.Run(Number(1, 1_000_000), Number(2, 15))),
    new("scan FOLDER", () => ScanRun.References(Text(1))),
    new("scan-speed [districts = 2000] [days = 365] [cases = 5000] [replications = 999]", () => ScanRun.Speed(Number(1, 2000), Number(2, 365), Number(3, 5000), Number(4, 999))),
    new("alarms [series = 500] [seed = 1]", () => FalseAlarms.Run(Number(1, 500), Number(2, 1))),
    new("impact [sets = 500] [draws = 2000]", () => ImpactCoverage.Run(Number(1, 500), Number(2, 2000))),
    new("synthetic [runs = 51]", () => SyntheticSpeed.Run(Number(1, 51))),
    new("synthesis FILE [seeds = 5]", () => SynthesisRun.Run(Text(1), Number(2, 5))),
    new("privacy FILE [epsilon = 1] [runs = 1000]", () => SynthesisRun.Play(Text(1), Number(2, 1), Number(3, 1000))),
    new("forecast [made-up series = 100]", () => ForecastRun.Run(Number(1, 100))),
];

if (studies.FirstOrDefault(study => study.Name == args.FirstOrDefault()) is not { } chosen)
{
    await Console.Error.WriteLineAsync($"Say which study:{Environment.NewLine}{string.Join(Environment.NewLine, studies.Select(study => $"  {study.Usage}"))}");
    return 2;
}
chosen.Run();
return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

string Text(int place) => args.ElementAtOrDefault(place) ?? throw new ArgumentException($"Argument {place} of {args[0]} is missing.");
