using Betamax;
using Betamax.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts all clients of <see cref="IHttpClientFactory"/> in a container on the tape.</summary>
public static class BetamaxServiceCollectionExtensions
{
    /// <summary>
    /// Has the requests of every client go by the tape of a recorder, those of clients that are added later among them. It
    /// needs no async flow: it also holds for background services and for a server of its own.
    /// </summary>
    /// <param name="services">The container to be.</param>
    /// <param name="recorder">The recorder. Requests that are sent after its eject are an error.</param>
    public static IServiceCollection AddBetamax(this IServiceCollection services, Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(recorder);
        services.AddHttpClient();
        Tapes.Add(services, Tapes.EveryClient, recorder.CreateHandler);
        return services;
    }

    /// <summary>
    /// Has each request of every client go by the tape of the recorder that is <see cref="Recorder.Current"/> when it is sent.
    /// Where the container is that of an application under ASP.NET Core's <c>TestServer</c>, its
    /// <c>PreserveExecutionContext</c> is set, so that the recorder of a test is current in the application too.
    /// </summary>
    /// <param name="services">The container to be.</param>
    /// <param name="noRecorder">What happens to a request for which no recorder is current. By default it passes.</param>
    public static IServiceCollection AddBetamax(
        this IServiceCollection services, NoRecorderBehavior noRecorder = NoRecorderBehavior.PassThrough)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpClient();
        Tapes.AddCurrent(services, Tapes.EveryClient, noRecorder);
        return services;
    }
}
