using System.Runtime.CompilerServices;

namespace Betamax;

/// <summary>
/// Finds the recorder of each request when it is sent: <see cref="Recorder.Current"/>. So a client that was made before the
/// cassette was put in, in the constructor of a test class or for many tests, goes by the tape of the test that uses it.
/// Without a current recorder requests go to the network. Safe to use from any number of threads.
/// </summary>
public sealed class CurrentRecorderHandler : HttpMessageHandler
{
    private readonly HttpMessageHandler? _inner;
    private readonly HttpMessageInvoker _live;

    // A recorder is forgotten with its test; what it was given goes with it.
    private readonly ConditionalWeakTable<Recorder, HttpMessageInvoker> _byRecorder = [];

    /// <summary>Makes a handler that follows the current recorder.</summary>
    /// <param name="inner">
    /// The handler below it, as for <see cref="Recorder.CreateHandler"/>; it is disposed of with this one. <see langword="null"/> =
    /// one of the recorder's own.
    /// </param>
    public CurrentRecorderHandler(HttpMessageHandler? inner = null)
    {
        _inner = inner;
        _live = new(inner ?? new SocketsHttpHandler());
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Invoker().Send(request, cancellationToken);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Invoker().SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _live.Dispose();
        }

        base.Dispose(disposing);
    }

    private HttpMessageInvoker Invoker() => Recorder.Current is { } recorder
        ? _byRecorder.GetValue(recorder, key => new(key.CreateHandler(_inner), disposeHandler: _inner is null))
        : _live;
}
