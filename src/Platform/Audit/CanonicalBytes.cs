using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Amparo.Platform.Audit;

/// <summary>Values one after the other, each preceded by its length, so that no two rows have the same bytes.</summary>
internal sealed class CanonicalBytes
{
    private const int Absent = -1;

    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    public ReadOnlySpan<byte> Span => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>A byte without length, to tell one use of the hash from another.</summary>
    public void Prefix(byte domain)
    {
        _bytes.GetSpan(1)[0] = domain;
        _bytes.Advance(1);
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        _bytes.Write(value);
    }

    public void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Add(bytes);
    }

    public void Add(Guid? value)
    {
        if (value is not { } id)
        {
            Length(Absent);
            return;
        }
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Add(bytes);
    }

    public void Add(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Length(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length)));
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
    }
}
