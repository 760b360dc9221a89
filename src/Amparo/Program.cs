using Amparo.Platform.Kit;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"));
builder.Services.AddSingleton<IPermits, Nobody>();
builder.Services.AddKit(kit => kit.Me = http => new Me("Julia Paredes Soto", "Operadora, turno noche"));
foreach (var (t, u) in new[] { ("layout.me", "/try"), ("layout.sessions", "/cases"), ("language.label", "/x"), ("failure.home", "/y"), ("pager.label", "/z"), ("layout.nav", "/w") })
    builder.Services.AddSingleton(new MenuItem(t, u, "x", 1));
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
var app = builder.Build();
app.UseKit();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();

#pragma warning disable MA0047
internal sealed class Nobody : IPermits
{
    public bool May(System.Security.Claims.ClaimsPrincipal who, string permission) => true;
}
