namespace Amparo.Platform.Packs;

/// <summary>A file of the pack that a module reads: what it holds, and what must be true of it beyond its shape.</summary>
public sealed record PackSection(string File, Type Type, Func<object, Pack, IEnumerable<PackFlaw>>? Check = null)
{
    public static PackSection Of<T>(string file, Func<T, Pack, IEnumerable<PackFlaw>>? check = null)
        where T : class =>
        new(file, typeof(T), check is null ? null : (content, pack) => check((T)content, pack));
}

/// <summary>Something wrong with one entry of a section; the code tells where it stands.</summary>
/// <param name="Within">The code of the entry in which the code is looked for, where it stands in several.</param>
public sealed record PackFlaw(string Code, string Message, string Remedy, string? Within = null);
