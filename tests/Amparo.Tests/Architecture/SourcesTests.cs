using System.Diagnostics;
using System.Reflection;
using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Architecture;

/// <summary>The rules of the house that a reader would otherwise have to trust.</summary>
public class SourcesTests
{
    private const int MostLines = 200;
    private const int MostLinesOfAPage = 150;

    /// <summary>Tables that may be saved without an event, all modules together. To add one is a decision: nothing a person does may lie in it alone.</summary>
    private static readonly string[] Bookkeeping = ["ApiKeyUses", "Drafts", "Keys", "Outbox", "Posted", "Seals", "Sessions"];

    [Fact]
    public void A_page_model_is_internal_and_sealed()
    {
        var models = Manifests.Events.Select(e => e.Type.Assembly).Append(typeof(AmparoHost).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(PageModel)));
        models.Where(t => t.IsPublic || !t.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_reads_in_one_sitting() =>
        Source.Of("src", ".cs").Where(f => f.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && f.Lines > MostLinesOfAPage).ShouldBeEmpty();

    [Fact]
    public void No_file_is_long() =>
        Source.Of("src", ".cs", ".cshtml").Where(f => !IsGenerated(f) && f.Lines > MostLines).Select(f => $"{f}: {f.Lines}").ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_do_or_names_a_folder_of_ours()
    {
        // Put together, so that this file does not find itself.
        string[] unwanted = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "/wo" + "rk/", "/ho" + "me/"];
        var tracked = Tracked().Where(f => f.Path is not "docs/benchmarks.md" && Path.GetExtension(f.Path) is ".cs" or ".cshtml" or ".csproj" or ".resx" or ".json" or ".md" or ".css" or ".js" or ".sh" or "");
        var found = from file in tracked
                    let text = file.Text
                    from word in unwanted
                    let at = text.IndexOf(word, StringComparison.Ordinal)
                    // An address of the program is no folder: href="/home".
                    where at >= 0 && !(at > 0 && text[at - 1] is '"' or '~' or '`')
                    select $"{file}: {word}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_are_put_under_other_keys_by_rotation_alone() =>
        Source.Of("src", ".cs").Where(f => f.Text.Contains("SwapAsync(", StringComparison.Ordinal)).Select(f => f.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["IWriteLane.cs", "PostgresLane.cs", "Resealing.cs", "SqliteLane.cs"]);

    [Theory, OnEveryDatabase]
    public async Task Only_bookkeeping_is_saved_without_an_event(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.InAsync(db =>
        {
            db.Model.GetEntityTypes().Where(e => BookkeepingAttribute.Marks(e.ClrType)).Select(e => e.GetTableName()!).Order().ShouldBe(Bookkeeping);
            return Task.FromResult(true);
        });
    }

    [Theory, OnEveryDatabase]
    public async Task A_save_that_does_not_say_what_happened_throws(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var office = await db.Set<Amparo.Providers.Office>().FirstAsync();
        db.Entry(office).Property(o => o.Name).CurrentValue = "Otra";
#pragma warning disable RS0030 // What is forbidden is tried.
        await Should.ThrowAsync<SavedWithoutEventException>(() => db.SaveChangesAsync());
        Should.Throw<SavedWithoutEventException>(() => db.SaveChanges());
#pragma warning restore RS0030
        await Should.ThrowAsync<SavedWithoutEventException>(() => db.KeepAsync(default));
        (await app.InAsync(other => other.Set<Amparo.Providers.Office>().AnyAsync(o => o.Name == "Otra"))).ShouldBeFalse();
    }

    private static bool IsGenerated(SourceFile file) => file.Path.StartsWith("src/Migrations/", StringComparison.Ordinal);

    private static IReadOnlyList<SourceFile> Tracked()
    {
        if (!Directory.Exists(Path.Combine(TestApp.Root, ".git")))
            return Source.All;
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", TestApp.Root, "ls-files"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(f => File.Exists(Path.Combine(TestApp.Root, f))).Select(f => new SourceFile(f))];
    }
}
