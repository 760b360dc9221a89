using System.Security.Claims;
using Amparo.Platform.Permissions;

namespace Amparo.Platform.Kit;

/// <summary>One entry of the staff's navigation; <paramref name="Text"/> is a key.</summary>
public sealed record MenuItem(string Text, string Url, string Permission, int Order);

/// <summary>The entries one person may open, in order.</summary>
public sealed class Menu(IEnumerable<MenuItem> items, IPermits permits)
{
    public IReadOnlyList<MenuItem> For(ClaimsPrincipal who) =>
        [.. items.Where(item => permits.May(who, item.Permission)).OrderBy(item => item.Order)];
}
