using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;choices for="Input.Channel" label="key" options="…" kind="radio" /&gt;</c>: one or several of a few.</summary>
/// <remarks>Where many of one dictionary are asked, <c>name="Input.Answers[A1]" chosen="…"</c> stands for <c>for</c>: the framework compiles an expression
/// with an index anew each time it is shown, a millisecond for each question of a page that has eighty.</remarks>
[HtmlTargetElement("choices", Attributes = "for,options", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("choices", Attributes = "name,options", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTag(Texts texts, IModelMetadataProvider metadata) : TagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>What is chosen, beside a name.</summary>
    public string? Chosen { get; set; }

    public IEnumerable<Choice> Options { get; set; } = [];

    /// <summary>radio (default), checks, row (checks side by side), answers (a row: none ticked means not asked) or select.</summary>
    public string Kind { get; set; } = "radio";

    public string? Label { get; set; }

    public string? LabelText { get; set; }

    public string? Hint { get; set; }

    public string? HintText { get; set; }

    /// <summary>The first line of a select, by key; it stands for nothing chosen.</summary>
    public string? Empty { get; set; }

    public bool Heading { get; set; }

    public bool Quiet { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, For ?? new ModelExpression(Name!, metadata.GetModelExplorerForType(typeof(string), Chosen)), texts.Say(Label, LabelText), texts.Say(Hint, HintText), texts);
        var chosen = question.Values();
        if (Kind == "select")
            Select(output, question, chosen);
        else
            Group(output, question, chosen);
    }

    private void Select(TagHelperOutput output, Question question, IReadOnlyList<string> chosen)
    {
        var select = El("select", null, ("id", question.Id), ("name", question.Name),
            ("aria-describedby", question.DescribedBy), ("aria-invalid", question.Invalid));
        if (Empty is not null)
            select.Add(El("option", null, ("value", "")).Text(texts[Empty]));
        TagBuilder? group = null;
        foreach (var option in Options)
        {
            if (option.Group is null)
                group = null;
            else if (group?.Attributes["label"] != option.Group)
                select.Add(group = El("optgroup", null, ("label", option.Group)));
            (group ?? select).Add(El("option", null, ("value", option.Value), ("selected", Has(chosen, option) ? "" : null)).Text(option.Label));
        }

        output.Become("div", question.Css);
        var label = El("label", Quiet ? "hide" : null, ("for", question.Id)).Text(question.Label);
        output.Content.AppendHtml(Heading ? El("h1").Add(label) : label).AppendHtml(question.Notes(LabelOf)).AppendHtml(select);
    }

    private void Group(TagHelperOutput output, Question question, IReadOnlyList<string> chosen)
    {
        var type = Kind switch
        {
            "checks" or "row" => "checkbox",
            "radio" or "answers" => "radio",
            _ => throw new InvalidOperationException($"<choices> knows no kind \"{Kind}\"."),
        };
        output.Become("fieldset", question.Css);
        output.Set("aria-describedby", question.DescribedBy);
        if (Kind == "radio" || Kind == "answers")
            output.Set("role", "radiogroup");
        if (question.Why is not null && type == "radio")
            output.Set("aria-invalid", "true");

        var legend = El("legend", Quiet ? "hide" : "question");
        output.Content.AppendHtml(Heading ? El("legend").Add(El("h1").Text(question.Label)) : legend.Text(question.Label)).AppendHtml(question.Notes(LabelOf));
        var box = El("div", Kind is "answers" or "row" ? "answers" : "choices");
        string? first = question.Id;
        foreach (var option in Options)
        {
            box.Add(One(option, type, first, question.Name, Has(chosen, option)));
            first = null;
        }

        output.Content.AppendHtml(box);
    }

    private static TagBuilder One(Choice option, string type, string? id, string name, bool chosen)
    {
        // Only the first control needs an id: the error summary leads there. Labels hold their inputs.
        var input = El("input", null, ("type", type), ("id", id), ("name", name), ("value", option.Value), ("checked", chosen ? "" : null)).Void();
        var words = El("span").Text(option.Label);
        if (option.Hint is not null)
            words.Add(El("small").Text(option.Hint));
        return El("label").Add(input).Add(words);
    }

    private string LabelOf(string value) => Options.FirstOrDefault(option => Has([value], option))?.Label ?? value;

    private static bool Has(IReadOnlyList<string> chosen, Choice option) => chosen.Contains(option.Value, StringComparer.OrdinalIgnoreCase);
}
