namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>
/// In which year ages were told. Nobody writes it down, so it is read from records with the same names of which one has a date and the other an age:
/// the sum of year and age that is met most.
/// </summary>
internal static class YearOfAges
{
    private const int MostOfOneName = 50;

    public static void Learn(RecordCoder coder, object?[][] codes)
    {
        if (coder.Birth is not { } births || !coder.Table.Roles.Contains(FieldRole.Age))
            return;
        Dictionary<int, int> sums = [];
        foreach (var namesakes in codes.Where(code => code[0] is Names { Whole: not null, First: not null } && code[1] is Birth).GroupBy(Name, StringComparer.Ordinal))
        {
            Birth[] told = [.. namesakes.Select(code => (Birth)code[1]!).Take(MostOfOneName)];
            foreach (var dated in told.Where(birth => birth.HasDate))
            {
                foreach (var aged in told.Where(birth => birth is { HasDate: false, Age: not null }))
                    sums[dated.Year + aged.Age!.Value] = sums.GetValueOrDefault(dated.Year + aged.Age!.Value) + 1;
            }
        }

        var youngest = codes.Select(code => code[1] is Birth { HasDate: true } birth ? birth.Year : 0).Max();
        births.YearOfAges = sums.Count == 0 ? youngest : sums.OrderByDescending(sum => sum.Value).ThenByDescending(sum => sum.Key).First().Key;
    }

    private static string Name(object?[] code) => code[0] is Names names ? $"{names.Whole!.Text}|{names.First!.Text}|{names.Second?.Text}" : "";
}
