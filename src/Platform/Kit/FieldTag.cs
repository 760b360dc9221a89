using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary>
/// <c>&lt;field for="Input.Note" label="key" hint="key" kind="area" rows="4" /&gt;</c>: label, hint, what is missing, and the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag(Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>text (default), area, password, tel, email, number, code, search or time.</summary>
    public string Kind { get; set; } = "text";

    public string? Label { get; set; }

    public string? LabelText { get; set; }

    public string? Hint { get; set; }

    public string? HintText { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>Longest text; without it, what the model's StringLength says.</summary>
    public int? Max { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>The label is the page's heading: one question on a page.</summary>
    public bool Heading { get; set; }

    /// <summary>The label is for screen readers alone, since a heading beside the field says the same.</summary>
    public bool Quiet { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, For, texts.Say(Label, LabelText), texts.Say(Hint, HintText), texts);
        var label = El("label", Quiet ? "hide" : null, ("for", question.Id)).Text(question.Label);

        // Other attributes (autofocus, lang, data-…) belong to the control, not to the box around it.
        var control = Control(question);
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class"))
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
            output.Attributes.Remove(attribute);

        output.Become("div", question.Css);
        output.Content.AppendHtml(Heading ? El("h1").Add(label) : label).AppendHtml(question.Notes()).AppendHtml(control);
        if (Kind == "number")
            output.Content.AppendHtml(El("input", null, ("type", "hidden"), ("name", "__Invariant"), ("value", question.Name)).Void());
    }

    private TagBuilder Control(Question question)
    {
        var area = Kind == "area";
        var control = El(area ? "textarea" : "input", null, ("id", question.Id), ("name", question.Name), ("type", area ? null : Type));
        control.MergeAttributes(new Dictionary<string, string?>
        {
            ["rows"] = area ? Rows.ToString(CultureInfo.InvariantCulture) : null,
            ["maxlength"] = Longest?.ToString(CultureInfo.InvariantCulture),
            ["autocomplete"] = Autocomplete ?? (Kind == "code" ? "one-time-code" : null),
            ["inputmode"] = Kind == "number" ? "decimal" : null,
            ["autocapitalize"] = Kind is "code" or "email" ? "none" : null,
            ["spellcheck"] = Kind is "code" or "email" ? "false" : null,
            ["aria-describedby"] = question.DescribedBy,
            ["aria-invalid"] = question.Invalid,
            ["aria-required"] = For.Metadata.IsRequired && For.Metadata.ModelType == typeof(string) ? "true" : null,
        }.Where(pair => pair.Value is not null).ToDictionary());
        if (Kind is "code")
            control.AddCssClass("code");

        // A password is never sent back; a text area keeps a first line break only after one of our own.
        var value = Kind == "password" ? null : question.Value();
        if (area)
            control.Add(new HtmlString("\n")).Text(value);
        else if (value is not null)
            control.Attributes["value"] = value;
        return area ? control : control.Void();
    }

    private string Type => Kind switch
    {
        "password" or "tel" or "email" or "search" or "time" => Kind,

        // "number" is a text with a numeric keyboard: number inputs lose what was typed, and change it under a scroll wheel.
        "text" or "code" or "number" => "text",
        _ => throw new InvalidOperationException($"<field> knows no kind \"{Kind}\"."),
    };

    private int? Longest => Max ?? For.Metadata.ValidatorMetadata
        .Select(rule => rule switch
        {
            StringLengthAttribute length => length.MaximumLength,
            MaxLengthAttribute length => length.Length,
            _ => (int?)null,
        })
        .FirstOrDefault(length => length > 0);
}
