using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Permissions;

/// <summary><c>&lt;slot name="contact.panels" record="id" /&gt;</c>: where other modules show what they know of a record, to those who may see it; its own content when none has anything.</summary>
[HtmlTargetElement("slot", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SlotTag(IServiceProvider services, IHtmlHelper html) : TagHelper
{
    public string Name { get; set; } = "";

    public Guid Record { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        ((IViewContextAware)html).Contextualize(View);
        var (modules, permits, viewer) =
            (services.GetRequiredService<Modules>(), services.GetRequiredService<Permits>(), services.GetRequiredService<Viewer>());
        var shown = false;
        foreach (var panel in modules.Panels[Name].Where(p => permits.May(viewer, p.Permission)))
        {
            if (await panel.LoadAsync(services, Record, View.HttpContext.RequestAborted) is not { } model)
                continue;
            output.Content.AppendHtml(await html.PartialAsync(panel.Partial, model, null));
            shown = true;
        }
        if (!shown)
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}
