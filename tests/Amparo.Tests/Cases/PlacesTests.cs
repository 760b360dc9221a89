using System.Net;
using System.Text;
using Amparo.Cases.Places;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Cases;

/// <summary>Where a case happened.</summary>
public class PlacesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_place_is_added_changed_and_taken_out_of_view(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var place = await julia.AddPlaceAsync(path, "Jirón Zela 15");
        julia.Words.ShouldContain("Jirón Zela 15");
        var stored = await PlaceAsync(app, place);
        (stored.Kind.Value, stored.Area.Value).ShouldBe(("exploitation", AreaOf(app, "piura")));
        Encoding.UTF8.GetString(stored.Words.Cipher).ShouldNotContain("Zela");
        (await app.AuditAsync("place.added")).ShouldHaveSingleItem().Data.ShouldNotContain("Zela");
        await julia.GoAsync(place);
        await julia.SendAsync(("Input.Kind", "rescue"), ("Input.Area", "Huaral"), ("Input.Words", "Jirón Zela 51"));
        julia.Path.ShouldBe(path);
        stored = await PlaceAsync(app, place);
        (stored.Kind.Value, stored.Area.Value).ShouldBe(("rescue", AreaOf(app, "Huaral")));
        julia.Words.ShouldContain("Jirón Zela 51");

        var remove = place.Replace("/change", "/remove", StringComparison.Ordinal);
        await julia.PostFromAsync(remove, "/remove");
        julia.Path.ShouldBe(path);
        julia.Words.ShouldNotContain("Jirón Zela");
        (await PlaceAsync(app, place)).RemovedAt.ShouldBe(app.Clock.GetUtcNow(), "that it was there stays");
        await julia.PostFromAsync(remove, "/remove");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.AuditAsync("place.added", "place.changed", "place.removed")).Select(e => e.Under).ShouldBe([Line.Id(path), Line.Id(path), Line.Id(path)]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_area_that_shares_its_name_stays_while_only_the_words_change(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var place = await julia.AddPlaceAsync(path);
        await julia.GoAsync(place);
        var other = julia.Page.QuerySelector("button[name='Input.Code']")!.GetAttribute("value")!;
        other.ShouldNotBe(AreaOf(app, "piura"));
        await julia.SendAsync(("Input.Kind", "exploitation"), ("Input.Area", "Piura"), ("Input.Code", other));
        (await PlaceAsync(app, place)).Area.Value.ShouldBe(other);
        await julia.GoAsync(place);
        await julia.SendAsync(("Input.Kind", "exploitation"), ("Input.Area", "Piura"), ("Input.Words", "Al fondo"));
        (await PlaceAsync(app, place)).Area.Value.ShouldBe(other);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_missing_or_unknown_is_asked_again(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        await julia.PostFromAsync(path + "/places/add", "/add", ("Input.Kind", "rescue"), ("Input.Words", "Zela"));
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        julia.Text.ShouldContain("Zela", customMessage: "what was typed stays");
        foreach (var (kind, area) in ((string, string)[])[("rescue", "Xyzzy"), ("no-such", "piura")])
        {
            await julia.PostFromAsync(path + "/places/add", "/add", ("Input.Kind", kind), ("Input.Area", area));
            julia.Status.ShouldBe(HttpStatusCode.Conflict);
        }
        (await app.CountAsync("place.added")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_tie_or_the_permission_no_place_is_found(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var place = await julia.AddPlaceAsync(path);
        foreach (var (role, office, status) in ((string, string?, HttpStatusCode)[])[
            (Role.Supervisor, "pnp-trata-nacional", HttpStatusCode.NotFound), (Role.Administrator, null, HttpStatusCode.Forbidden), (Role.Consul, null, HttpStatusCode.Forbidden)])
        {
            var other = await app.SignedInAsAsync(role, office);
            foreach (var page in (string[])[path + "/places/add", place, place.Replace("/change", "/remove", StringComparison.Ordinal)])
            {
                await other.GoAsync(page);
                other.Status.ShouldBe(status, $"{role} {page}");
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_correct_a_place_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var place = await julia.AddPlaceAsync(path, "Jirón Zela 15");
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(place);
        await julia.GoAsync(place);
        await carmen.SendAsync(("Input.Kind", "exploitation"), ("Input.Area", "Piura"), ("Input.Words", "Jirón Zela 51"));
        carmen.Path.ShouldBe(path);
        await julia.SendAsync(("Input.Kind", "exploitation"), ("Input.Area", "Piura"), ("Input.Words", "Jirón Zela 115"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.GetElementById("Input_Words-saved")!.TextContent.ShouldBe(app.Text("conflict.saved", "Jirón Zela 51"));
    }

    private static string AreaOf(TestApp app, string name) => app.Services.GetRequiredService<Pack>().Areas.Search(name, 1)[0].Code;

    private static Task<CasePlace> PlaceAsync(TestApp app, string path) =>
        app.InAsync(db => db.Set<CasePlace>().AsNoTracking().SingleAsync(p => p.Id == new CasePlaceId(Line.Id(path))));
}
