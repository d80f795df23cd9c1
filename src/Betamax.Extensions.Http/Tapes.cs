using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Betamax.Extensions.Http;

/// <summary>Enters in a container which clients are on which tape.</summary>
internal static class Tapes
{
    /// <summary>What stands for every name, in options.</summary>
    public const string? EveryClient = null;

    public static void AddCurrent(IServiceCollection services, string? client, NoRecorderBehavior noRecorder)
    {
        if (!Enum.IsDefined(noRecorder))
        {
            throw new ArgumentOutOfRangeException(
                nameof(noRecorder), noRecorder, $"{nameof(NoRecorderBehavior)} is {noRecorder}, which is no answer.");
        }

        TestServerFlow.Keep(services);
        Add(services, client, (primary, observer) => Recorder.CreateAmbientHandler(primary, noRecorder, observer));
    }

    public static void Add(IServiceCollection services, string? client, PutTapeOver putTapeOver)
    {
        services.Configure<TapeOptions>(client, options => options.PutTapeOver = putTapeOver);

        // The first filter is the last that has its way with the primary handler.
        if (!services.Any(IsFilter))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, TapeFilter>());
        }
    }

    private static bool IsFilter(ServiceDescriptor service) =>
        service is { IsKeyedService: false } && service.ImplementationType == typeof(TapeFilter);
}
