using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Data;

public class RevealsTests
{
    private static readonly Code Purpose = new("assistance");
    private static readonly Code Basis = new("consent");
    private static readonly UserId User = UserId.New();

    [Theory, OnEveryDatabase]
    public async Task Without_a_rule_nobody_reads(string database)
    {
        await using var test = await TestDb.StartAsync(database, AsUser);
        var id = await SealAsync(test);
        await Should.ThrowAsync<Missing>(() => RevealAsync(test, id, nameof(Note.Name)));
        (await ReadsAsync(test)).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Identity_is_recorded_at_every_reading(string database)
    {
        await using var test = await TestDb.StartAsync(database, WithRule);
        var id = await SealAsync(test);
        (await RevealAsync(test, id, nameof(Note.Name))).ShouldBe("Rosa Quispe");
        await RevealAsync(test, id, nameof(Note.Name));
        (await ReadsAsync(test)).ShouldBe(2);
        var read = await test.InAsync(db => db.Audit.FirstAsync(e => e.Event == "field.read"));
        read.By.ShouldBe(User.Value);
        read.Data.ShouldContain("assistance");
        read.Data.ShouldContain("consent");
        read.Data.ShouldNotContain("Rosa");
    }

    [Theory, OnEveryDatabase]
    public async Task Narrative_is_recorded_once_in_fifteen_minutes(string database)
    {
        await using var test = await TestDb.StartAsync(database, WithRule);
        var id = await SealAsync(test);
        await RevealAsync(test, id, nameof(Note.Story));
        test.Clock.Advance(TimeSpan.FromMinutes(14));
        await RevealAsync(test, id, nameof(Note.Story));
        (await ReadsAsync(test)).ShouldBe(1);
        test.Clock.Advance(TimeSpan.FromMinutes(2));
        await RevealAsync(test, id, nameof(Note.Story));
        (await ReadsAsync(test)).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reading_of_identity_does_not_stand_for_one_of_narrative(string database)
    {
        await using var test = await TestDb.StartAsync(database, WithRule);
        var id = await SealAsync(test);
        await RevealAsync(test, id, nameof(Note.Name));
        await RevealAsync(test, id, nameof(Note.Story));
        (await ReadsAsync(test)).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_empty_field_is_null_and_no_reading(string database)
    {
        await using var test = await TestDb.StartAsync(database, WithRule);
        var id = await test.WriteAsync("note");
        (await RevealAsync(test, id, nameof(Note.Story))).ShouldBeNull();
        (await ReadsAsync(test)).ShouldBe(0);
    }

    private static void AsUser(IServiceCollection services) =>
        services.AddScoped(_ => new Viewer(User, AgencyId.New(), null, null, []));

    private static void WithRule(IServiceCollection services)
    {
        AsUser(services);
        services.AddModule("note-rules", module => module.RevealRule<Kind.FollowUp, AnybodyMay>());
    }

    private static async Task<FollowUpId> SealAsync(TestDb test)
    {
        var id = await test.WriteAsync("note");
        await test.SealFieldsAsync(id, "Rosa Quispe", "story");
        return id;
    }

    private static async Task<string?> RevealAsync(TestDb test, FollowUpId id, string field)
    {
        var note = await test.InAsync(db => db.Notes.SingleAsync(n => n.Id == id));
        await using var scope = test.Services.CreateAsyncScope();
        var value = field == nameof(Note.Name) ? note.Name : note.Story;
        return await scope.ServiceProvider.GetRequiredService<Reveals>().RevealAsync(id, field, value, Purpose, Basis, default);
    }

    private static Task<int> ReadsAsync(TestDb test) => test.InAsync(db => db.Audit.CountAsync(e => e.Event == "field.read"));
}
