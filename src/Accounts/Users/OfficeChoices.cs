using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>Where somebody may be put: an office of the agency, or all of them. The inbox shows a liaison what that office received.</summary>
internal sealed class OfficeChoices(Db db, Texts texts)
{
    /// <summary>Every office of the agency. It has to be chosen: nobody sees a whole country's referrals because a question was left out.</summary>
    public const string All = "all";

    public async Task<IReadOnlyList<Choice>> OfAsync(IQueryable<Agency> agencies, CancellationToken cancel)
    {
        var offices = await (
            from o in db.Offices
            join a in agencies on o.Agency equals a.Id
            where o.Active
            orderby a.Name, a.Id, o.Name
            select new { o.Id, o.Name, Agency = a.Name }).ToListAsync(cancel);
        return [new Choice(All, texts["users.office-all"]), .. offices.Select(o => new Choice(o.Id.ToString(), o.Name, Group: o.Agency))];
    }

    /// <summary>False when nothing was chosen that could be one.</summary>
    public static bool Read(string? chosen, out OfficeId? office)
    {
        office = OfficeId.TryParse(chosen, null, out var id) ? id : null;
        return office is not null || chosen == All;
    }
}
