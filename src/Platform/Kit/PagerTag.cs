using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary><c>&lt;pager page="2" pages="5" /&gt;</c>, or <c>more</c> where the end is not counted. Links keep the rest of the query.</summary>
[HtmlTargetElement("pager", Attributes = "page", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag(Texts texts) : TagHelper
{
    public int Page { get; set; } = 1;

    public int? Pages { get; set; }

    public bool More { get; set; }

    /// <summary>The name in the query.</summary>
    public string Query { get; set; } = "p";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var more = More || Page < Pages;
        if (Page <= 1 && !more)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "pager");
        output.Set("aria-label", texts["pager.label"]);
        if (Page > 1)
            output.Content.AppendHtml(Link(Page - 1, "prev", "← " + texts["pager.previous"]));
        output.Content.AppendHtml(El("span", "muted")
            .Text(Pages is { } pages ? texts["pager.page-of", Page, pages] : texts["pager.page", Page]));
        if (more)
            output.Content.AppendHtml(Link(Page + 1, "next", texts["pager.next"] + " →"));
    }

    private TagBuilder Link(int page, string rel, string words)
    {
        var request = View.HttpContext.Request;
        var query = request.Query.Where(pair => pair.Key != Query)
            .Append(new(Query, page.ToString(CultureInfo.InvariantCulture)));
        return El("a", null, ("rel", rel), ("href", request.PathBase + request.Path + QueryString.Create(query))).Text(words);
    }
}
