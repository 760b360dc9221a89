using Amparo.Platform.Permissions;

namespace Amparo.Cases;

/// <summary>Seeing a case is not yet having it in hand.</summary>
public static class CaseHolding
{
    extension(IQueryable<Case> cases)
    {
        /// <summary>Those one's agency works on: it took them or was given a part. Whoever was only handed a case sees it, and changes nothing.</summary>
        public IQueryable<Case> HeldBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return cases.VisibleTo(viewer).Where(c => c.Ties.Any(t => t.Agency == agency && t.Why != Tie.Received && t.Until == null));
        }
    }
}
