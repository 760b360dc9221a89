using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary>What every asked thing has: a name, an id, a hint, a reason when something is missing, and what was typed.</summary>
internal sealed class Question
{
    private readonly ModelStateEntry? _state;
    private readonly ModelExpression _expression;

    public Question(ViewContext view, ModelExpression expression, string? label, string? hint, Texts texts)
    {
        _expression = expression;
        Label = label ?? expression.Metadata.GetDisplayName();
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        Hint = hint;
        _state = view.ViewData.ModelState.GetValueOrDefault(Name);
        Why = _state?.Errors.Count > 0 ? Reason(_state.Errors[0], texts) : null;
        Asked.On(view.HttpContext).Add(Name, Label);
    }

    public string Name { get; }

    public string Id { get; }

    public string Label { get; }

    public string? Hint { get; }

    public string? Why { get; }

    public string Css => Why is null ? "field" : "field wrong";

    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : HintId, Why is null ? null : WhyId }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    public string? Invalid => Why is null ? null : "true";

    private string HintId => Id + "-hint";

    private string WhyId => Id + "-why";

    /// <summary>The id of the first control asked under a name: the error summary links to it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>A message is text, or the key of one.</summary>
    public static string Reason(ModelError error, Texts texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["field.form"]
        : texts.Has(error.ErrorMessage) ? texts[error.ErrorMessage]
        : error.ErrorMessage;

    /// <summary>What was typed, else what the model holds.</summary>
    public string? Value() => _state?.RawValue is null ? Plain(_expression.Model) : _state.AttemptedValue;

    public IReadOnlyList<string> Values() => (_state?.RawValue ?? _expression.Model) switch
    {
        null => [],
        string one => [one],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Plain).OfType<string>()],
        var one => [Plain(one)!],
    };

    public IHtmlContent Notes()
    {
        var notes = new HtmlContentBuilder();
        if (Hint is not null)
            notes.AppendHtml(El("span", "hint", ("id", HintId)).Text(Hint));
        if (Why is not null)
            notes.AppendHtml(El("span", "why", ("id", WhyId)).Text(Why));
        return notes;
    }

    private static string? Plain(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable and not Enum => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
