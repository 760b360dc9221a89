using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Amparo.Platform.Kit;

/// <summary>Short words to build elements with; every text and attribute is encoded.</summary>
internal static class Markup
{
    public static TagBuilder El(string name, string? css = null, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(name);
        if (css is not null)
            element.Attributes["class"] = css;
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Text(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder Add(this TagBuilder element, IHtmlContent? content)
    {
        if (content is not null)
            element.InnerHtml.AppendHtml(content);
        return element;
    }

    public static TagBuilder Void(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Turns the tag helper itself into <paramref name="name"/>, with its classes before those of the page.</summary>
    public static void Become(this TagHelperOutput output, string name, string? css = null)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        var all = string.Join(' ', new[] { css, given }.Where(part => !string.IsNullOrEmpty(part)));
        if (all.Length > 0)
            output.Attributes.SetAttribute("class", all);
    }

    public static void Set(this TagHelperOutput output, string name, string? value)
    {
        if (value is not null)
            output.Attributes.SetAttribute(name, value);
    }
}
