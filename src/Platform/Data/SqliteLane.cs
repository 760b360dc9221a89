using System.Threading.Channels;
using Amparo.Platform.Acts;
using Amparo.Platform.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Data;

/// <summary>SQLite takes one writer: a thread of its own commits whatever waits as one group, so that many share one sync to disk.</summary>
/// <remarks>Each caller awaits its own durable commit. A unit that fails is rolled back to its savepoint; the others of its group stay.
/// Who comes alone writes on the caller's own thread: handing over to another and back costs more than the write.</remarks>
internal sealed class SqliteLane : IWriteLane, IDisposable
{
    private const int MostInGroup = 64;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>();
    private readonly string _connectionString;
    private readonly ILogger<SqliteLane> _log;
    private readonly Task _loop;

    // Held by whoever writes; guards the writer.
    private readonly Lock _gate = new();
    private SqliteWriter? _writer;
    private volatile bool _alone = true;

    public SqliteLane(string connectionString, ILogger<SqliteLane> log)
    {
        (_connectionString, _log) = (connectionString, log);
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async Task CommitAsync(Db db, Unit unit, CancellationToken cancel)
    {
        var waiting = new Waiting(writer => writer.Write(db, unit), cancel);
        ObjectDisposedException.ThrowIf(!TryAlone(waiting) && !_queue.Writer.TryWrite(waiting), this);
        await waiting.Done.Task;
    }

    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(Db db, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel)
    {
        var due = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).Take(most).ToListAsync(cancel);
        if (due.Count == 0)
            return due;
        // Somebody else may have taken some of them since they were read: only those that are still due are ours.
        List<OutboxMessage> leased = [];
        var waiting = new Waiting(writer => leased.AddRange(due.Where(m => writer.Lease(m.Id, now, until))), cancel);
        if (!_queue.Writer.TryWrite(waiting))
            return [];
        await waiting.Done.Task;
        leased.ForEach(m => m.Attempts++);
        return leased;
    }

    public async Task<int> SwapAsync(Db db, IReadOnlyList<Statement> swaps, CancellationToken cancel)
    {
        var taken = 0;
        var waiting = new Waiting(writer => taken = swaps.Sum(writer.Swap), cancel);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(waiting), this);
        await waiting.Done.Task;
        return taken;
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _loop.GetAwaiter().GetResult();
    }

    // Only while nobody else came last time: among many, each alone would sync to disk alone.
    private bool TryAlone(Waiting waiting)
    {
        if (!_alone || !_gate.TryEnter())
            return false;
        try
        {
            if (!_alone || _queue.Reader.Count > 0)
                return false;
            Commit([waiting]);
            return true;
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Run()
    {
        var reader = _queue.Reader;
        List<Waiting> group = [];
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            lock (_gate)
            {
                while (group.Count < MostInGroup && reader.TryRead(out var waiting))
                    group.Add(waiting);
                Commit(group);
            }
            group.Clear();
        }
        lock (_gate)
        {
            _alone = false;
            _writer?.Dispose();
        }
    }

    private void Commit(List<Waiting> group)
    {
        try
        {
            CommitGroup(_writer ??= new SqliteWriter(_connectionString), group);
        }
        catch (Exception failure)
        {
            _log.LogError("A group of {Count} writes failed: {Failure}", group.Count, failure.GetType().Name);
            group.ForEach(w => w.Done.TrySetException(failure));
            _writer?.Dispose();
            _writer = null;
        }
        _alone = group.Count == 1 && _queue.Reader.Count == 0;
    }

    private static void CommitGroup(SqliteWriter writer, List<Waiting> group)
    {
        List<Waiting> written = new(group.Count);
        List<(Waiting Waiting, Exception Failure)> failed = [];
        writer.Begin();
        foreach (var waiting in group)
        {
            if (waiting.Cancel.IsCancellationRequested)
                waiting.Done.TrySetCanceled(waiting.Cancel);
            else if (writer.TryWithin(waiting.Write, out var failure))
                written.Add(waiting);
            else
                failed.Add((waiting, failure));
        }
        writer.Commit();
        written.ForEach(w => w.Done.TrySetResult());
        // Only now: whoever lost to another unit of this group, and reads again, must find what that one wrote.
        failed.ForEach(f => f.Waiting.Done.TrySetException(f.Failure));
    }

    private sealed record Waiting(Action<SqliteWriter> Write, CancellationToken Cancel)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
