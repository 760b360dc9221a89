using Amparo.Platform.Permissions;

namespace Amparo.Cases;

/// <summary>Seeing a case is not yet having it in hand.</summary>
public static class CaseHolding
{
    extension(IQueryable<Case> cases)
    {
        /// <summary>Those one's agency works on. Whoever was handed a case sees it; changing it is for those who follow it.</summary>
        public IQueryable<Case> HeldBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return cases.VisibleTo(viewer).Where(c => c.Ties.Any(t => t.Agency == agency && t.Why != Tie.Received));
        }

        /// <summary>Those one's agency took: it heard the people themselves, and reads all they said.</summary>
        public IQueryable<Case> TakenBy(Viewer viewer)
        {
            var agency = viewer.Agency;
            return cases.VisibleTo(viewer).Where(c => c.Ties.Any(t => t.Agency == agency && t.Why == Tie.Took));
        }
    }
}
