using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.Extensions.DependencyInjection;
using Kind = Amparo.Platform.Kind;

namespace Amparo.Contacts;

public static class ContactsModule
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services.AddModule("contacts", module => module
        .Map(ContactsData.Map)
        .Place<Kind.Contact>("/contacts/{id}")
        .Protect<Kind.Contact>(nameof(Contact.Account), FieldClass.Narrative));
}
