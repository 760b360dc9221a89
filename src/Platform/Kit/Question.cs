using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
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
    private readonly Texts _texts;
    private readonly bool _isPosted;

    public Question(ViewContext view, ModelExpression expression, string? label, string? hint, Texts texts)
    {
        (_expression, _texts) = (expression, texts);
        Label = label ?? expression.Metadata.GetDisplayName();
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        Hint = hint;
        _state = view.ViewData.ModelState.GetValueOrDefault(Name);
        Why = _state?.Errors.Count > 0 ? Reason(_state.Errors[0], texts) : null;
        _isPosted = IsPosted(view.HttpContext.Request);
        SavedMeanwhile = Conflict.IsOn(view.HttpContext) ? Difference() : null;
        Asked.On(view.HttpContext).Add(Name, Label);
    }

    public string Name { get; }

    public string Id { get; }

    public string Label { get; }

    public string? Hint { get; }

    public string? Why { get; }

    /// <summary>What somebody else saved since this form was opened, where it differs from what was typed.</summary>
    public IReadOnlyList<string>? SavedMeanwhile { get; }

    public string Css => Why is null ? "field" : "field wrong";

    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : HintId, Why is null ? null : WhyId, SavedMeanwhile is null ? null : SavedId }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    public string? Invalid => Why is null ? null : "true";

    private string HintId => Id + "-hint";

    private string WhyId => Id + "-why";

    private string SavedId => Id + "-saved";

    /// <summary>The id of the first control asked under a name: the error summary links to it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>A message is text, or the key of one.</summary>
    public static string Reason(ModelError error, Texts texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["field.form"]
        : texts.Has(error.ErrorMessage) ? texts[error.ErrorMessage]
        : error.ErrorMessage;

    /// <summary>What was typed, else what the model holds.</summary>
    public string? Value() => _state?.RawValue is null ? Plain(_expression.Model) : _state.AttemptedValue;

    /// <summary>What was ticked, else what the model holds; a form that came back without the field had nothing ticked.</summary>
    public IReadOnlyList<string> Values() => Plains(_isPosted ? _state?.RawValue : _state?.RawValue ?? _expression.Model);

    /// <param name="say">The words for a value, where they are not the value.</param>
    public IHtmlContent Notes(Func<string, string>? say = null)
    {
        var notes = new HtmlContentBuilder();
        if (Hint is not null)
            notes.AppendHtml(El("span", "hint", ("id", HintId)).Text(Hint));
        if (Why is not null)
            notes.AppendHtml(El("span", "why", ("id", WhyId)).Text(Why));
        if (SavedMeanwhile is not null)
        {
            var saved = string.Join("; ", SavedMeanwhile.Select(say ?? (value => value)));
            notes.AppendHtml(El("span", "meanwhile", ("id", SavedId)).Text(_texts["conflict.saved", saved is "" ? _texts["conflict.nothing"] : saved]));
        }
        return notes;
    }

    private List<string>? Difference()
    {
        var saved = Plains(_expression.Model);
        var typed = Plains(_state?.RawValue);
        return saved.ToHashSet().SetEquals(typed) ? null : saved;
    }

    // Another form of the same page may have been the one that was posted.
    private bool IsPosted(HttpRequest request)
    {
        var form = Name[..(Name.LastIndexOf('.') + 1)];
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && form.Length > 0
            && request.Form.Keys.Any(key => key.StartsWith(form, StringComparison.Ordinal));
    }

    private static List<string> Plains(object? value) => value switch
    {
        null => [],
        string one => one.Length == 0 ? [] : [one.ReplaceLineEndings("\n")],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Plain).OfType<string>()],
        var one => [Plain(one)!],
    };

    private static string? Plain(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable and not Enum => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
