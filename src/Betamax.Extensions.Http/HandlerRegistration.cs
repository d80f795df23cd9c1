using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Betamax.Extensions.Http;

/// <summary>Registers in a container which clients use which recorder.</summary>
internal static class HandlerRegistration
{
    /// <summary>The options name that stands for every client.</summary>
    public const string? EveryClient = null;

    /// <summary>Registers the recorder that is current when a request is sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="noRecorder"/> is not a value of the enumeration.</exception>
    public static void AddCurrent(IServiceCollection services, string? client, NoRecorderBehavior? noRecorder)
    {
        if (noRecorder is { } behavior && !Enum.IsDefined(behavior))
        {
            throw new ArgumentOutOfRangeException(
                nameof(noRecorder), noRecorder, $"{noRecorder} is not a value of {nameof(NoRecorderBehavior)}.");
        }

        TestServerFlow.Preserve(services);
        Add(services, client, (primary, observer) => Recorder.CreateAmbientHandler(primary, noRecorder, observer));
    }

    /// <summary>Registers how a client's handler is created. The last registration for a client wins.</summary>
    public static void Add(IServiceCollection services, string? client, CreateRecorderHandler create)
    {
        services.Configure<RecorderHandlerOptions>(client, options => options.Create = create);

        // Filters run in reverse; the first one wraps last.
        if (!services.Any(IsFilter))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, RecorderHandlerFilter>());
        }
    }

    private static bool IsFilter(ServiceDescriptor service) =>
        service is { IsKeyedService: false } && service.ImplementationType == typeof(RecorderHandlerFilter);
}
