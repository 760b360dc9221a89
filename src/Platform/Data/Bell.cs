namespace Amparo.Platform.Data;

/// <summary>Rings after every commit of this node, so that the outbox and live pages need not wait for their next look.</summary>
internal sealed class Bell
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for the next ring, at most <paramref name="most"/>.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await _next.Task.WaitAsync(most, clock, cancel);
        }
        catch (TimeoutException)
        {
        }
    }
}
