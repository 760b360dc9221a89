using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Demo.History;

/// <summary>Tells the planned calls month by month: ordinary ones side by side, reports one after the other, since their cases join them.</summary>
internal sealed class LineHistory(IServiceProvider services, StoryClock clock, Cast cast)
{
    // More than that wait in one queue anyway.
    private const int SideBySide = 16;

    private readonly Dictionary<int, CaseId> _cases = [];

    public async Task TellAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancel)
    {
        foreach (var month in calls.GroupBy(c => (c.OpenedAt.Year, c.OpenedAt.Month)))
        {
            await Parallel.ForEachAsync(
                month.Where(c => c.Report is null).Chunk(20),
                new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel },
                async (some, stop) => await TellAsync(some, stop));
            foreach (var report in month.Where(c => c.Report is not null))
                await ReportAsync(report, cancel);
        }
        foreach (var (@case, last) in calls.Where(c => c.Report is not null).GroupBy(c => c.Report!.Case).Select(g => (g.Key, g.Max(c => c.OpenedAt))))
            await CloseAsync(@case, last.AddDays(@case.FollowedDays), cancel);
    }

    private async Task TellAsync(PlannedCall[] calls, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var telling = new Telling(scope.ServiceProvider, clock);
        var seals = telling.The<Seals>();
        foreach (var call in calls)
        {
            var who = cast.Operators[call.OpenedAt.Day % cast.Operators.Count];
            var contact = await OpenAsync(telling, who, call, cancel);
            if (call.Area is { } area)
                await telling.ActAsync(who, call.OpenedAt.AddMinutes(2), () => contact.Locate(new Code(area), null, seals), cancel);
            await telling.ActAsync(who, call.ClosedAt, () => contact.Close(new Code(call.Reason), new Code(call.Outcome), false, call.ClosedAt), cancel);
            telling.Db.ChangeTracker.Clear();
        }
    }

    private async Task ReportAsync(PlannedCall call, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var telling = new Telling(scope.ServiceProvider, clock);
        var (who, colleague) = (cast.Operators[call.OpenedAt.Day % cast.Operators.Count], cast.Operators[(call.OpenedAt.Day + 1) % cast.Operators.Count]);
        var contact = await OpenAsync(telling, who, call, cancel);
        _cases[call.Report!.Case.Number] = await new ReportedCall(telling, who, colleague, contact, call).TellAsync(_cases.GetValueOrDefault(call.Report.Case.Number), cancel);
    }

    private static async Task<Contact> OpenAsync(Telling telling, Viewer who, PlannedCall call, CancellationToken cancel)
    {
        var (contact, opened) = Contact.Open(who, new Code("call"), call.OpenedAt);
        telling.Db.Contacts.Add(contact);
        await telling.ActAsync(who, call.OpenedAt, () => opened, cancel);
        return contact;
    }

    private async Task CloseAsync(PlannedCase planned, DateTimeOffset at, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var telling = new Telling(scope.ServiceProvider, clock);
        var codes = telling.The<CaseCodes>();
        var id = _cases[planned.Number];
        var @case = await telling.Db.Cases.SingleAsync(c => c.Id == id, cancel);
        var closed = codes.States.All.First(s => s.Closes);
        await telling.ActAsync(
            cast.Supervisor, at, () => @case.Move(codes.States.Find(@case.State.Value)!, closed, new Code("followed-elsewhere"), at), cancel);
    }
}
