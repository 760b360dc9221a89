using Amparo.Platform.Kit;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"));
builder.Services.AddSingleton<IPermits, Nobody>();
builder.Services.AddKit();
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
var app = builder.Build();
app.UseKit();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();

#pragma warning disable MA0047
internal sealed class Nobody : IPermits
{
    public bool May(System.Security.Claims.ClaimsPrincipal who, string permission) => false;
}
