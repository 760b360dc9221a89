using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Tasks;

internal static class TasksData
{
    extension(Db db)
    {
        public DbSet<CaseTask> CaseTasks => db.Set<CaseTask>();
    }

    extension(IQueryable<CaseTask> tasks)
    {
        /// <summary>Those of the cases that one may see.</summary>
        public IQueryable<CaseTask> In(IQueryable<Case> cases) => tasks.Where(t => cases.Any(c => c.Id == t.Case));
    }

    public static void Map(ModelBuilder model) => model.Entity<CaseTask>(task =>
    {
        task.ToTable("CaseTasks");
        task.HasIndex(t => new { t.Case, t.FinishedAt });
        task.HasIndex(t => new { t.For, t.FinishedAt, t.DueAt });
    });
}
