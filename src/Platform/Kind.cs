namespace Amparo.Platform;

/// <summary>The kinds of record that have an identity: empty types that keep one kind's id from passing for another's.</summary>
public static class Kind
{
    public sealed class Agency;
    public sealed class ApiKey;
    public sealed class Case;
    public sealed class CasePlace;
    public sealed class CaseTask;
    public sealed class Clock;
    public sealed class Consent;
    public sealed class Contact;
    public sealed class EmergencyAccess;
    public sealed class FollowUp;
    public sealed class Link;
    public sealed class Office;
    public sealed class Passkey;
    public sealed class Person;
    public sealed class PersonScreening;
    public sealed class Referral;
    public sealed class Screening;
    public sealed class Session;
    public sealed class SharedFact;
    public sealed class User;

    /// <summary>The kind's name as audit entries and addresses spell it: <c>contact</c>, <c>follow-up</c>.</summary>
    internal static string NameOf<T>() => Named<T>.Name;

    private static class Named<T>
    {
        public static readonly string Name =
            string.Concat(typeof(T).Name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
    }
}
