using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Amparo.Platform.Kit.Markup;

namespace Amparo.Platform.Kit;

/// <summary>
/// <c>&lt;post act="/url"&gt;…&lt;/post&gt;</c>: a form that changes something, once. It carries the forgery token and a key by which a
/// double click or a retried post is the same act; <c>novalidate</c>, so that people read our words and not the browser's.
/// </summary>
[HtmlTargetElement("post")]
public sealed class PostTag(IHtmlGenerator generator) : TagHelper
{
    public const string Once = "_once";

    /// <summary>Where to; without it, this page.</summary>
    public string? Act { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        output.Become("form", output.Attributes.ContainsName("class") ? null : "stack");
        output.Set("method", "post");
        output.Set("action", Act ?? request.PathBase + request.Path + request.QueryString);
        output.Set("autocomplete", "off");
        output.Set("novalidate", "");
        output.PostContent
            .AppendHtml(El("input", null, ("type", "hidden"), ("name", Once), ("value", Key())).Void())
            .AppendHtml(generator.GenerateAntiforgery(View));
    }

    private static string Key() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString("N");
}
