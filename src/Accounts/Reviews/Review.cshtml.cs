using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Reviews;

/// <summary>Confirms that what somebody may do is still what their work needs; a closed account opens again by it.</summary>
[Needs(Permission.ReviewPrivileges)]
internal sealed class ReviewModel(Db db, UserScope scope, Reviews reviews, Viewer viewer) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    /// <summary>Of the roles that were on the page: other ones are not confirmed unseen.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public User Shown { get; private set; } = null!;

    public Review Review { get; private set; } = null!;

    public DateTimeOffset? LastSignIn { get; private set; }

    public bool IsOwn => Id == viewer.User;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await scope.OneAsync(Id, cancel);
        Stamp = StampOf(Shown);
        Review = await reviews.OfAsync(Id, Shown.Roles, cancel);
        LastSignIn = (await db.LastSignInsAsync([Id.Value], cancel)).TryGetValue(Id.Value, out var last) ? last : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await scope.OneAsync(Id, cancel);
        Platform.Acts.Stamp.RefuseOlder(Stamp, StampOf(user));
        await db.RecordAsync(user.ConfirmPrivileges(viewer), cancel);
        return LocalRedirect("~/users/reviews");
    }

    private static string StampOf(User user) => Platform.Acts.Stamp.Of(string.Join(' ', user.Roles), user.Office);
}
