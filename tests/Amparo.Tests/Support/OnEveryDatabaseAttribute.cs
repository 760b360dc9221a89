using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Amparo.Tests.Support;

/// <summary>Runs a theory on each database: its one parameter is "sqlite" or "postgres", the latter skipped by name where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<string>(TestDatabases.Postgres);
        if (!PostgresServer.IsInstalled)
            postgres.Skip = "PostgreSQL is not installed.";
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<string>(TestDatabases.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
