using Betamax;
using Betamax.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts one client of <see cref="IHttpClientFactory"/> on the tape.</summary>
public static class BetamaxHttpClientBuilderExtensions
{
    /// <summary>
    /// Has the requests of this client go by the tape of a recorder. The tape is next to the primary handler, wherever this
    /// call stands: all other handlers run above it. The last <c>AddBetamax</c> that concerns a client holds.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="recorder">The recorder. Requests that are sent after its eject are an error.</param>
    public static IHttpClientBuilder AddBetamax(this IHttpClientBuilder builder, Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recorder);
        Tapes.Add(builder.Services, builder.Name, recorder.CreateHandler);
        return builder;
    }

    /// <summary>
    /// Has each request of this client go by the tape of the recorder that is <see cref="Recorder.Current"/> when it is sent.
    /// The tape is next to the primary handler, wherever this call stands: all other handlers run above it. The last
    /// <c>AddBetamax</c> that concerns a client holds.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="noRecorder">What happens to a request for which no recorder is current. By default it passes.</param>
    public static IHttpClientBuilder AddBetamax(
        this IHttpClientBuilder builder, NoRecorderBehavior noRecorder = NoRecorderBehavior.PassThrough)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Tapes.AddCurrent(builder.Services, builder.Name, noRecorder);
        return builder;
    }
}
