using Amparo.Platform.Data;
using Amparo.Platform.Languages;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Agencies;

/// <summary>The agencies that have or had a part in a case, and why; those of today first.</summary>
internal sealed class CaseAgencies(Db db, CaseCodes codes, Texts texts)
{
    public async Task<IReadOnlyList<CaseAgency>> OfAsync(Case @case, CancellationToken cancel)
    {
        var ids = @case.Ties.Select(t => t.Agency).Distinct().ToList();
        var names = await db.Agencies.Where(a => ids.Contains(a.Id)).NamesAsync(cancel);
        return [.. @case.Ties.OrderBy(t => t.Until is not null).ThenBy(t => t.Since).Select(t => new CaseAgency(t, names[t.Agency], WhyOf(t)))];
    }

    private string WhyOf(CaseTie tie) => tie.Reason is { } reason ? codes.PartReasons.Name(reason) : texts[$"part.why.{tie.Why}"];
}

internal sealed record CaseAgency(CaseTie Tie, string Name, string Why)
{
    public bool IsTied => Tie.Until is null;

    public bool MayEnd => IsTied && Tie.Why != Amparo.Cases.Tie.Took;
}
