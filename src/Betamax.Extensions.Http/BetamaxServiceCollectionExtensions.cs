using Betamax;
using Betamax.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Connects all clients of <see cref="IHttpClientFactory"/> in a container to a cassette.</summary>
public static class BetamaxServiceCollectionExtensions
{
    /// <summary>
    /// Sends the requests of every client through a recorder, including clients that are added later. It does not depend on the
    /// async flow, so it also works for background services and for a server that runs in the test's process.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="recorder">
    /// The recorder. A request that is sent after it has been ejected throws <see cref="BetamaxException"/>.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBetamax(this IServiceCollection services, Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(recorder);
        services.AddHttpClient();
        HandlerRegistration.Add(services, HandlerRegistration.EveryClient, recorder.CreateHandler);
        return services;
    }

    /// <summary>
    /// Sends each request of every client through the recorder that is <see cref="Recorder.Current"/> at that moment. If the
    /// application runs on ASP.NET Core's <c>TestServer</c>, this sets its <c>PreserveExecutionContext</c>, so that the test's
    /// recorder is current inside the application too.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="noRecorder">What happens to a request when no recorder is current. By default it goes to the network.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBetamax(
        this IServiceCollection services, NoRecorderBehavior? noRecorder = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpClient();
        HandlerRegistration.AddCurrent(services, HandlerRegistration.EveryClient, noRecorder);
        return services;
    }
}
