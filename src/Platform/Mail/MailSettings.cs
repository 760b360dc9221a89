namespace Amparo.Platform.Mail;

/// <summary>How mail leaves. Without a host it lies as files in <see cref="Folder"/>, which is what the demo does.</summary>
public sealed class MailSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "amparo@localhost.example";

    public string Folder { get; set; } = "data/mail";

    /// <summary>The address people open the program at, for links in mail: no record's address is ever mailed, only the inbox.</summary>
    public string Site { get; set; } = "http://localhost:5080";
}
