using Microsoft.Playwright;

namespace Amparo.Browser.Support;

internal static class NextPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    extension(IPage page)
    {
        /// <summary>Does what leads to another page, and waits until it stands there.</summary>
        public async Task LeadsOnAsync(Func<Task> act)
        {
            var there = new TaskCompletionSource();
            page.DOMContentLoaded += Arrive;
            try
            {
                await act();
                await there.Task.WaitAsync(Patience);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"Nothing follows on {page.Url}.", late);
            }
            finally
            {
                page.DOMContentLoaded -= Arrive;
            }

            void Arrive(object? sender, IPage at) => there.TrySetResult();
        }
    }
}
