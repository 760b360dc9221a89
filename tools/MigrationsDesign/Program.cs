// Design time only: `dotnet ef` finds the factories below.
return 0;
