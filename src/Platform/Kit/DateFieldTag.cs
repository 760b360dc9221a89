using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary>
/// <c>&lt;date-field for="Input.Day" label="key" /&gt;</c> for a <see cref="DateOnly"/>: the browser's own date control. It speaks the
/// reader's language, is known to screen readers, posts one ISO value that binds by itself, and works without script; three boxes
/// would need a binder and three messages.
/// </summary>
[HtmlTargetElement("date-field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTag(Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? LabelText { get; set; }

    public string? Hint { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var question = new Question(View, For, texts.Say(Label, LabelText), texts.Say(Hint, null), texts);
        output.Become("div", question.Css);
        output.Content
            .AppendHtml(El("label", null, ("for", question.Id)).Text(question.Label))
            .AppendHtml(question.Notes())
            .AppendHtml(El("input", null, ("type", "date"), ("id", question.Id), ("name", question.Name), ("value", question.Value()),
                ("min", Iso(From)), ("max", Iso(To)), ("aria-describedby", question.DescribedBy), ("aria-invalid", question.Invalid)).Void());
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
