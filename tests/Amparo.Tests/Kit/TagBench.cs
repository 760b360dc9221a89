using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using Amparo.Platform.Languages;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Kit;

internal enum Channel
{
    Call,
    Chat,
}

internal sealed class Specimen
{
    [StringLength(10)]
    [Required]
    public string? Note { get; set; }

    [Required(ErrorMessage = "summary.refused")]
    public string? Place { get; set; }

    public DateOnly? Day { get; set; }

    public Channel? Channel { get; set; }

    public string[] Signs { get; set; } = [];
}

/// <summary>Runs tag helpers as one page would: one view context, in the order of the calls, written at the end.</summary>
internal sealed class TagBench
{
    private readonly KitHost _host;
    private readonly ModelExplorer _explorer;
    private readonly ViewContext _view;
    private readonly List<TagHelperOutput> _written = [];

    public TagBench(KitHost host, Specimen model, string language = "es")
    {
        _host = host;
        Language = Language.From(language);
        var metadata = _host.App.Services.GetRequiredService<IModelMetadataProvider>();
        _explorer = metadata.GetModelExplorerForType(typeof(Specimen), model);
        var http = new DefaultHttpContext { RequestServices = _host.App.Services.CreateScope().ServiceProvider };
        http.Request.Path = "/page";
        http.Request.QueryString = new QueryString("?q=Huaral&p=2");
        _view = new ViewContext
        {
            HttpContext = http,
            RouteData = new RouteData(),
            ActionDescriptor = new ActionDescriptor(),
            FormContext = new FormContext(),
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()),
        };
    }

    public ModelStateDictionary State => _view.ViewData.ModelState;

    private Language Language { get; }

    public TagBench Validate()
    {
        Speak();
        var context = new ActionContext(_view.HttpContext, _view.RouteData, _view.ActionDescriptor, State);
        _host.App.Services.GetRequiredService<IObjectModelValidator>().Validate(context, null, "Input", _explorer.Model!);
        return this;
    }

    public ModelExpression For(string property) =>
        new("Input." + property, _explorer.GetExplorerForProperty(property));

    public TagBench Add<T>(string element, Action<T> set, string content = "", params (string Name, string Value)[] attributes)
        where T : TagHelper
    {
        Speak();
        var tag = ActivatorUtilities.CreateInstance<T>(_view.HttpContext.RequestServices);
        typeof(T).GetProperty("View")?.SetValue(tag, _view);
        set(tag);
        var list = new TagHelperAttributeList(attributes.Select(pair => new TagHelperAttribute(pair.Name, pair.Value)));
        var context = new TagHelperContext(element, list, new Dictionary<object, object>(), "id");
        var output = new TagHelperOutput(element, [.. list], (_, _) => Task.FromResult(new DefaultTagHelperContent().AppendHtml(content)));
        if (content.Length > 0)
            output.Content.SetHtmlContent(content);
        tag.ProcessAsync(context, output).GetAwaiter().GetResult();
        _written.Add(output);
        return this;
    }

    public IHtmlDocument Page()
    {
        Speak();
        using var writer = new StringWriter();
        foreach (var output in _written)
            output.WriteTo(writer, _host.App.Services.GetRequiredService<HtmlEncoder>());
        return KitHost.Parse(writer.ToString());
    }

    public IElement One(string selector) => Page().QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in {Page().Body!.InnerHtml}");

    private void Speak() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Culture;
}
