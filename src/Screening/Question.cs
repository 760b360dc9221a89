namespace Amparo.Screening;

/// <summary>A question of the bank, without its words: those are the pack's.</summary>
/// <param name="Code">Its code, unique in the bank.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Asked">Of whom it may be asked.</param>
/// <param name="Options">The answers that say something; <see cref="NonAnswer"/>s are possible for every question and not listed.</param>
/// <param name="Core">Whether it belongs to the short set that is asked first.</param>
/// <param name="Sensitive">Whether the answer is among what nobody should have to tell twice.</param>
/// <param name="ChildrenOnly">Whether it makes sense only where the person is or may be under 18.</param>
public sealed record Question(
    string Code,
    Topic Topic,
    Asked Asked,
    IReadOnlyList<AnswerOption> Options,
    bool Core = false,
    bool Sensitive = false,
    bool ChildrenOnly = false)
{
    /// <summary>The option with this code, or null for a non-answer and for what the bank does not know.</summary>
    public AnswerOption? Option(string? code) => Options.FirstOrDefault(option => option.Code == code);

    /// <summary>Whether some answer to it can show the element.</summary>
    public bool Reaches(LegalElement element) => Options.Any(option => option.Fires(element.Code) is not null);

    internal bool Fires => Options.Any(option => option.Elements.Count > 0 || option.Indicators.Count > 0);

    /// <summary>Topics whose questions must fire something; the others only inform.</summary>
    internal bool MustFire => Topic is not (Topic.Safety or Topic.Source or Topic.Age);
}
