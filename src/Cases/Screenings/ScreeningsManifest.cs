using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Cases.Screenings;

/// <summary>The part of the manifest of Cases by which people in them are screened.</summary>
internal static class ScreeningsManifest
{
    public static void AddPersonScreenings(this IServiceCollection services)
    {
        services.AddScoped<PersonDesk>();
        services.AddScoped<PersonPast>();
        services.AddScoped<PersonScreeningsShown>();
        services.AddScoped<PersonSigns>();
    }

    public static void ScreenPeople(this Module module, string[] desk) => module
        .Event<PersonScreened>("person.screened")
        .Event<PersonScreeningDecided>("person.screening-decided", Weight.Key)
        .Permit(Permission.ScreenPerson, desk)
        .Protect<Kind.PersonScreening>(nameof(PersonScreening.Answers), FieldClass.Narrative)
        .Protect<Kind.PersonScreening>(nameof(PersonScreening.Reason), FieldClass.Narrative)
        .RevealRule<Kind.PersonScreening, PersonScreeningRevealRule>();
}
