namespace Amparo.Platform.Packs;

/// <summary>What must be true of a clock: events that can happen, one length, and steps in order.</summary>
internal static class ClockRules
{
    public static IEnumerable<PackProblem> Problems(ClockRule rule, IEnumerable<string> events, JsonAt file)
    {
        var entry = file.Items.FirstOrDefault(item => item["code"]?.Text == rule.Code) ?? file;
        PackProblem At(JsonAt? where, string message, string remedy) => new(Pack.ClocksFile, (where ?? entry["code"] ?? entry).Line, message, remedy);

        var named = (entry["stop"]?.Items ?? []).Concat(entry["restart"]?.Items ?? []);
        foreach (var name in named.Prepend(entry["start"]).OfType<JsonAt>().Where(name => !events.Contains(name.Text!)))
        {
            yield return At(name, $"Clock {rule.Code}: no event is called “{name.Text}”.", "Use the name of an event that a module raises.");
        }

        if (rule.Stop.Count == 0 && rule.Kind != ClockKind.Expires)
        {
            yield return At(entry["stop"], $"Clock {rule.Code} never stops.", "Name at least one event that stops it.");
        }

        int?[] lengths = [rule.Minutes, rule.WorkingDays, rule.Days];
        var given = lengths.Count(length => length is not null);
        if (given > 1 || (given == 0 && rule.Kind != ClockKind.Evidence) || lengths.Any(length => length <= 0))
        {
            yield return At(null, $"Clock {rule.Code} has no single length.", "Give exactly one of minutes, workingDays, days, above zero.");
        }

        var steps = rule.Escalation;
        if (steps.Any(step => step.AfterMinutes <= 0) || steps.Zip(steps.Skip(1)).Any(pair => pair.First.AfterMinutes >= pair.Second.AfterMinutes))
        {
            yield return At(entry["escalation"], $"Clock {rule.Code}: its escalation is not in order of time.", "List the steps from the earliest.");
        }
    }
}
