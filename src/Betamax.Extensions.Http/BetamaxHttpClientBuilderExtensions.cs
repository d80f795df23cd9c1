using Betamax;
using Betamax.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Connects one client of <see cref="IHttpClientFactory"/> to a cassette.</summary>
public static class BetamaxHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends this client's requests through a recorder. The recorder's handler is directly above the primary handler, whatever the
    /// order of registration: all other handlers run above it. If several <c>AddBetamax</c> apply to one client, the last wins.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="recorder">
    /// The recorder. A request that is sent after it has been ejected throws <see cref="BetamaxException"/>.
    /// </param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHttpClientBuilder AddBetamax(this IHttpClientBuilder builder, Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recorder);
        HandlerRegistration.Add(builder.Services, builder.Name, recorder.CreateHandler);
        return builder;
    }

    /// <summary>
    /// Sends each of this client's requests through the recorder that is <see cref="Recorder.Current"/> at that moment. The
    /// recorder's handler is directly above the primary handler, whatever the order of registration: all other handlers run above
    /// it. If several <c>AddBetamax</c> apply to one client, the last wins.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="noRecorder">What happens to a request when no recorder is current. By default it goes to the network.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHttpClientBuilder AddBetamax(
        this IHttpClientBuilder builder, NoRecorderBehavior? noRecorder = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HandlerRegistration.AddCurrent(builder.Services, builder.Name, noRecorder);
        return builder;
    }
}
