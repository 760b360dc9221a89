using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Amparo.Platform.Data;

/// <summary>EF keeps one model per context type and process: two hosts with different modules, as tests start them, need one each.</summary>
internal sealed class ModelPerModules : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), ((Db)context).Mapped, designTime);
}
