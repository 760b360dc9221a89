using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Amparo.Platform.Data;

internal sealed class IdGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

// Big-endian, so that the order of the bytes is the order of time.
internal sealed class IdBytes<T>() : ValueConverter<Id<T>, byte[]>(id => id.Value.ToByteArray(true), bytes => new Id<T>(new Guid(bytes, true)));

internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

// SQLite cannot order DateTimeOffset: instants are stored as UTC ticks.
internal sealed class InstantTicks()
    : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

internal sealed class InstantUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

internal sealed class CodeText() : ValueConverter<Code, string>(code => code.Value, text => text.Length == 0 ? default : new Code(text));

internal sealed class BlindIndexBytes() : ValueConverter<BlindIndex, byte[]>(value => value.Bytes, bytes => new BlindIndex(bytes));

internal sealed class SealedBytes() : ValueConverter<Sealed, byte[]>(value => value.Cipher ?? Array.Empty<byte>(), bytes => new Sealed(bytes));
