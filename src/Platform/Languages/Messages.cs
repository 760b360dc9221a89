using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Amparo.Platform.Languages;

/// <summary>Gives every message of the framework a text of ours: those of attributes without a key, and those of model binding.</summary>
internal sealed class Messages(Texts texts) : IPostConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        // Last, when the attributes have been found.
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["field.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["field.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["field.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["field.required"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["field.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["field.number"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["field.form"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["field.form"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["field.form"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["field.form"]);
        messages.SetValueIsInvalidAccessor(_ => texts["field.form"]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } && KeyFor(attribute) is { } key)
                attribute.ErrorMessage = key;
        }
    }

    private static string? KeyFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "field.required",
        StringLengthAttribute { MinimumLength: > 0 } => "field.between",
        StringLengthAttribute or MaxLengthAttribute => "field.long",
        RangeAttribute => "field.range",
        EmailAddressAttribute => "field.email",
        PhoneAttribute => "field.phone",
        CompareAttribute => "field.compare",
        RegularExpressionAttribute or MinLengthAttribute => "field.form",
        _ => null,
    };
}
