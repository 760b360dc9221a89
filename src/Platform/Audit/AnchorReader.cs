using System.Text;

namespace Amparo.Platform.Audit;

/// <summary>Reads an anchor line by line, as far as it reached when opened.</summary>
internal sealed class AnchorReader : IDisposable
{
    private readonly StreamReader _lines;
    private readonly long _length;
    private long _read;

    public AnchorReader(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        (_lines, _length) = (new StreamReader(file, Encoding.UTF8), file.Length);
    }

    public int LineNumber { get; private set; }

    /// <summary>The next line that is no empty one: <c>Line</c> is null when it cannot be read. Null at the end.</summary>
    public async Task<Read?> NextAsync(CancellationToken cancel)
    {
        while (_read < _length && await _lines.ReadLineAsync(cancel) is { } text)
        {
            LineNumber++;
            _read += Encoding.UTF8.GetByteCount(text) + 1;
            if (text.Length > 0)
                return new Read(AnchorLine.TryRead(text));
        }
        return null;
    }

    public void Dispose() => _lines.Dispose();

    internal sealed record Read(AnchorLine? Line);
}
