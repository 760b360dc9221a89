using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Amparo.Tests.Host;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Protection;

/// <summary>The real program, every field of it, rotated while somebody is signed in.</summary>
public class RotationOfTheLineTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_sealed_column_and_every_blind_index_of_the_program_is_put_under_the_new_keys(string database)
    {
        using var watched = new Watched();
        await using var app = await TestApp.StartAsync(database, watched.Join);
        await FillAsync(app, watched);
        var before = await WordsAsync(app.Services);
        AllColumns(app.Services).Where(column => !before.Exists(w => w.Column == column)).ShouldBeEmpty("the story of this test leaves these columns empty: tell something that fills them");

        var master = RotationActs.NewKey();
        var report = await RotateAsync(app, master, TestApp.Key, watched);

        report.Left.ShouldBe(0);
        await using var after = app.Beside(master, null, watched.Join);
        (await WordsAsync(after.Services)).Select(w => (w.Column, w.Row, w.Words)).ShouldBe(before.Select(w => (w.Column, w.Row, w.Words)));
        var newest = await after.Services.GetRequiredService<Resealing>().NewestAsync(default);
        (await WordsAsync(after.Services)).Where(w => w.Key != newest.Ring.ToString() && w.Key != $"{newest.Index.Version}").Select(w => w.Column).ShouldBeEmpty();
        (await after.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, default)).Findings.ShouldBeEmpty();
        var leaks = from said in watched.Said
                    from secret in PlantedStory.Words.Values
                    where said.Said.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select said.Where;
        leaks.Distinct().ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_signed_in_works_on_and_finds_callers_of_before_and_after(string database)
    {
        await using var app = await TestApp.StartAsync(database, RotationActs.AtOnce);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var before = await CallerAsync(julia, "961 357 924");
        var master = RotationActs.NewKey();
        await app.RestartAsync(master, TestApp.Key);
        await julia.GoAsync(before);
        julia.Path.ShouldBe(before);
        var between = await CallerAsync(julia, "961 357 924");

        (await RotateAsync(app, master, TestApp.Key)).Left.ShouldBe(0);
        await julia.GoAsync(before + "/identity");
        julia.Words.ShouldContain("961 357 924");
        var after = await CallerAsync(julia, "961 357 924");
        (await FoundAsync(julia)).ShouldBe([before, between, after], ignoreOrder: true);
        // The serving node seals with the new key within seconds, by itself.
        var newest = await app.InAsync(db => db.Set<StoredKey>().Where(k => k.Name.StartsWith("ring-")).OrderByDescending(k => k.At).Select(k => k.Name).FirstAsync());
        for (var tries = 0; tries < 100 && app.Services.GetRequiredService<Seals>().NewestKey() != Guid.Parse(newest["ring-key-".Length..]); tries++)
            await Task.Delay(100);
        app.Services.GetRequiredService<Seals>().NewestKey().ShouldBe(Guid.Parse(newest["ring-key-".Length..]));

        await app.RestartAsync(master);
        await julia.GoAsync(after + "/identity");
        julia.Words.ShouldContain("961 357 924");
        // Password and code, whose secret was put under the new key too.
        var again = await app.SignedInAsync(TestApp.Operator);
        (await FoundAsync(again)).ShouldBe([before, between, after], ignoreOrder: true);
    }

    private static async Task FillAsync(TestApp app, Watched watched)
    {
        var contact = await PlantedStory.TellAsync(app, watched);
        var julia = await watched.SignedInAsync(app, TestApp.Operator);
        await julia.GoAsync(contact);
        await julia.PostAsync(contact + "/account?handler=Draft", ("__RequestVerificationToken", julia.Token!), ("Input.Account", PlantedStory.Words["draft"]));
        julia.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task<RotationReport> RotateAsync(TestApp app, MasterKey master, MasterKey previous, Watched? watched = null)
    {
        await using var command = app.Beside(master, previous, services =>
        {
            watched?.Join(services);
            RotationActs.AtOnce(services);
        });
        return await command.Services.GetRequiredService<KeyRotation>().RotateAsync(null, default);
    }

    /// <summary>By the types of the properties alone, without asking the rotation what it knows.</summary>
    private static List<string> AllColumns(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<Db>().Model.GetEntityTypes()
            .SelectMany(t => t.GetFlattenedProperties(), (t, p) => (Type: t, Property: p))
            .Where(c => (Nullable.GetUnderlyingType(c.Property.ClrType) ?? c.Property.ClrType) is var type && (type == typeof(Sealed) || type == typeof(BlindIndex)))
            .Select(c => $"{c.Type.GetTableName()}.{c.Property.GetColumnName(StoreObjectIdentifier.Table(c.Type.GetTableName()!))}")];
    }

    private static async Task<List<Word>> WordsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, seals) = (scope.ServiceProvider.GetRequiredService<Db>(), services.GetRequiredService<Seals>());
        List<Word> words = [];
        foreach (var table in services.GetRequiredService<Resealing>().Tables())
        {
            foreach (var (record, row) in Rows(db, table.Entity))
            {
                foreach (var column in table.Columns.Where(c => !c.Read(record).IsEmpty))
                {
                    var (value, (subject, field)) = (column.Read(record), column.Binding(record));
                    words.Add(new Word($"{table.Name}.{column.Name}", row, seals.Open(subject, field, value), $"{CipherHead.KeyOf(value.Cipher)}"));
                }
                words.AddRange(table.Indexes.Where(i => i.Read(record) is not null).Select(i => new Word($"{table.Name}.{i.Name}", row, "", $"{i.Read(record)!.Value.Version}")));
            }
        }
        return words;
    }

    private static List<(object Record, string Row)> Rows(Db db, Type type)
    {
        var rows = (System.Collections.IEnumerable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!;
        return [.. rows.Cast<object>()
            .Select(r => (r, string.Join(' ', db.Entry(r).Metadata.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(r)))))
            .OrderBy(r => r.Item2, StringComparer.Ordinal)];
    }

    private static async Task<string> CallerAsync(Browser julia, string phone)
    {
        var path = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Phone", phone));
        julia.Path.ShouldBe(path);
        return path;
    }

    private static async Task<string[]> FoundAsync(Browser julia)
    {
        await julia.GoAsync("/contacts");
        var form = julia.Page.QuerySelector("form[role=search]")!;
        await julia.PostAsync(form.GetAttribute("action")!, ("__RequestVerificationToken", julia.Token!), ("Words", "+51 961357924"));
        return [.. julia.Page.QuerySelectorAll("#contacts tbody th a").Select(a => a.GetAttribute("href")!)];
    }

    private sealed record Word(string Column, string Row, string Words, string Key);
}
