using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Events;

/// <summary>An event's name and those who answer it, with the generic calls closed once at start-up.</summary>
internal sealed class EventType(string name, Type type, string module, Weight weight)
{
    public string Name { get; } = name;

    public Type Type { get; } = type;

    public string Module { get; } = module;

    public Weight Weight { get; } = weight;

    public List<WhenCall> Whens { get; } = [];

    public List<AfterCall> Afters { get; } = [];
}

internal sealed record WhenCall(string Handler, Func<IServiceProvider, IEvent, CancellationToken, Task<IReadOnlyList<IEvent>>> RunAsync)
{
    public static WhenCall For<TEvent, THandler>() where TEvent : IEvent where THandler : IWhen<TEvent> =>
        new(typeof(THandler).Name, (services, e, cancel) => services.GetRequiredService<THandler>().WhenAsync((TEvent)e, cancel));
}

internal sealed record AfterCall(string Handler, Func<IServiceProvider, IEvent, Delivery, CancellationToken, Task> RunAsync)
{
    public static AfterCall For<TEvent, THandler>() where TEvent : IEvent where THandler : IAfter<TEvent> =>
        new(typeof(THandler).Name, (services, e, delivery, cancel) => services.GetRequiredService<THandler>().AfterAsync((TEvent)e, delivery, cancel));
}
