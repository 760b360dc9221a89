using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Referrals.Links;

/// <summary>What the rest of the program knows of links.</summary>
internal static class LinksManifest
{
    public static IServiceCollection AddLinks(this IServiceCollection services)
    {
        services.AddScoped<LinkPost>();
        services.AddScoped<LinkEntry>();
        services.AddScoped<LinkWork>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, LinkHandler>(Pass.Scheme, null);
        // The pages an office works with by a link are this folder and no others. Afterwards, since AddRazorPages begins the list anew.
        return services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions
            .AddFolderApplicationModelConvention("/Referrals/Links/Work", page => page.EndpointMetadata.Add(new ByLinkAttribute())));
    }

    public static Module Add(Module module) => module
        .Map(LinksData.Map)
        .Event<LinkSent>("link.sent")
        .Event<LinkCodeRead>("link.code-read")
        .Event<LinkTried>("link.tried")
        .Event<LinkBlocked>("link.blocked", Weight.Key)
        .Event<LinkOpened>("link.opened")
        .Event<LinkLeft>("link.left")
        .Event<LinkAsked>("referral.link-asked")
        .Event<LinksRevoked>("referral.links-revoked")
        .When<LinkSent, NoticeByLink>()
        .After<LinkAsked, SendLinkAgain>()
        .Permit(Permission.ReadLinkCode, Role.Operator, Role.Supervisor)
        .Permit(Permission.SendLink, Role.Operator, Role.Supervisor)
        .Permit(Permission.RevokeLinks, Role.Operator, Role.Supervisor)
        .Section(PackSection.Of<List<ClockRule>>(Pack.ClocksFile, LinkClock.Check))
        .Fill(Panel.For<LinkWork>("referral.panels", Permission.ReadLinkCode, "/Referrals/Links/_OnReferral.cshtml", (work, id, cancel) => work.OnReferralAsync(id, cancel)))
        .Fill(Panel.For<LinkWork>("contact.panels", Permission.ReadLinkCode, "/Referrals/Links/_Waiting.cshtml", (work, id, cancel) => work.OnContactAsync(id, cancel)))
        .Fill(Panel.For<LinkWork>("home", Permission.ReadLinkCode, "/Referrals/Links/_Waiting.cshtml", (work, id, cancel) => work.OnDeskAsync(id, cancel)))
        .Fill(Panel.For<LinkWork>("board", Permission.ReadLinkCode, "/Referrals/Links/_Waiting.cshtml", (work, id, cancel) => work.OnDeskAsync(id, cancel)));
}
