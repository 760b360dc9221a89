namespace Amparo.Accounts.OpenId;

/// <summary>How this program itself asks the provider. The secret goes where the provider's document says, and nowhere it is sent on to.</summary>
internal sealed class Backchannel() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode < 500)
            return answer;
        // The framework would take the page of a proxy for an answer that cannot be read; it is none.
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.Unknown, statusCode: answer.StatusCode);
    }
}
