using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Amparo.Platform.Mail;

/// <summary>Sends mail that says something waits, never what: mail is read over shoulders and kept by others.</summary>
public sealed class Mailer(IOptions<MailSettings> settings)
{
    public string Site => settings.Value.Site.TrimEnd('/');

    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        var s = settings.Value;
        using var client = new SmtpClient();
        if (s.Host is null)
        {
            Directory.CreateDirectory(s.Folder);
            client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = Path.GetFullPath(s.Folder);
        }
        else
        {
            (client.Host, client.Port, client.EnableSsl, client.Timeout) = (s.Host, s.Port, s.Tls, 20_000);
            if (s.User is not null)
                client.Credentials = new NetworkCredential(s.User, s.Password);
        }
        using var message = new MailMessage(s.From, to, subject, text);
        await client.SendMailAsync(message, cancel);
    }
}
