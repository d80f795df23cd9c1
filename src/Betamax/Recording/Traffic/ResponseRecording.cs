using Betamax.Http;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// Captures a response while the caller reads it, and passes it to the recorder at the end: complete, failed or given up. It never
/// throws into the caller's code.
/// </summary>
internal sealed class ResponseRecording
{
    private const string StoppedEarlyMessage =
        "The recording ends here: the response was not read to its end. (ResponseEnded)";

    private readonly IResponseRecorder _recorder;
    private readonly HttpResponseMessage _response;
    private readonly RecordedResponse _head;
    private readonly long? _length;
    private readonly BodyBuffer _body;
    private readonly ChunkTimes _chunks;
    private Task? _drain;
    private int _ended;

    /// <param name="response">The response whose headers have just arrived.</param>
    /// <param name="requestUri">The URI of the request, for a response that has none of its own.</param>
    /// <param name="recorder">Receives the response at the end.</param>
    public ResponseRecording(HttpResponseMessage response, string requestUri, IResponseRecorder recorder)
    {
        _recorder = recorder;
        _response = response;
        _length = ReadLength(response);
        _body = new BodyBuffer(_length, recorder.Options.MaxBody);
        _chunks = new ChunkTimes(response, recorder.Options.RecordChunks, recorder.Options.Time);
        _head = new(
            (int)response.StatusCode,
            response.ReasonPhrase,
            response.RequestMessage?.RequestUri?.AbsoluteUri ?? requestUri)
        {
            Headers = MessageHeaders.Read(response),
            HttpVersion = response.Version == System.Net.HttpVersion.Version11 ? null : response.Version,
        };
    }

    private bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>
    /// The length of the body in bytes; null when unknown. With a transfer coding, Content-Length is ignored (RFC 9112, section
    /// 6.3).
    /// </summary>
    public static long? ReadLength(HttpResponseMessage response) =>
        response.Headers.NonValidated.Contains(HeaderNames.TransferEncoding) ? null : response.Content.Headers.ContentLength;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (HasEnded)
        {
            return;
        }

        _body.Append(bytes);
        if (_body.IsTooLarge)
        {
            GiveUp(GiveUpReason.BodyTooLarge);
            return;
        }

        _chunks.Add(bytes.Length);

        // A reader that knows the length may not read again to see the end. With HTTP/2, trailers may follow the body.
        if (_body.Length == _length && _response.Version.Major < 2)
        {
            End();
        }
    }

    /// <summary>Copies the whole body to a stream and captures it.</summary>
    /// <param name="destination">Where the body goes.</param>
    /// <param name="copy">Copies the body to its argument.</param>
    /// <param name="canReadRest">Whether the rest can still be read when the destination fails.</param>
    /// <returns>A task that fails as <paramref name="copy"/> does.</returns>
    public async Task CopyTo(Stream destination, Func<Stream, Task> copy, bool canReadRest)
    {
        var tee = new TeeStream(destination, Append);
        try
        {
            await copy(tee).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            if (!tee.HasDestinationFailed)
            {
                // Only the inner exception is recorded: on playback HttpContent wraps it in the same way again.
                Fail(fault is HttpRequestException { InnerException: IOException inner } ? inner : fault);
            }
            else if (!canReadRest)
            {
                _ = StopEarly(openRest: null);
            }

            throw;
        }

        End();
    }

    /// <summary>Called when the body has been read to its end.</summary>
    public void End() => Complete(failure: null);

    /// <summary>Called when reading the body has failed.</summary>
    public void Fail(Exception fault)
    {
        if (_recorder.Options.RecordFailures && Failures.ToRecorded(fault, _chunks.Elapsed) is { } failure)
        {
            Complete(failure);
        }
        else
        {
            GiveUp(GiveUpReason.Failed);
        }
    }

    /// <summary>
    /// Called when the reader stops before the end. A short rest of the body is still read, so that it can be recorded: readers of
    /// event streams often stop after the last event, and retries do not read the body of an error.
    /// </summary>
    /// <param name="openRest">Opens the rest of the body; null when it cannot be read.</param>
    /// <returns>A task that ends when the inner stream is no longer needed. It never fails.</returns>
    public Task StopEarly(Func<CancellationToken, Task<Stream>>? openRest)
    {
        if (_drain is not null || HasEnded)
        {
            return _drain ?? Task.CompletedTask;
        }

        if (openRest is null || !BodyDrain.IsWorthReading(_length - _body.Length))
        {
            EndIncomplete();
            return Task.CompletedTask;
        }

        _drain = ReadRest(openRest);
        if (!_drain.IsCompleted)
        {
            _recorder.AddPending(_drain);
        }

        return _drain;
    }

    private async Task ReadRest(Func<CancellationToken, Task<Stream>> openRest)
    {
        if (await BodyDrain.ReadAsync(openRest).ConfigureAwait(false) is { } bytes)
        {
            Append(bytes);
            End();
        }
        else
        {
            EndIncomplete();
        }
    }

    private void EndIncomplete()
    {
        if (_recorder.Options.RecordFailures)
        {
            Complete(new(_chunks.Elapsed.TruncateToMillisecond(), [new(nameof(HttpIOException), StoppedEarlyMessage, nameof(HttpRequestError.ResponseEnded))]));
        }
        else
        {
            GiveUp(GiveUpReason.NotReadToEnd);
        }
    }

    private void Complete(RecordedFailure? failure)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _recorder.Complete(_head with
            {
                Body = RecordedBody.FromBytes(_body.ToMemory()),
                Trailers = MessageHeaders.Read(_response.TrailingHeaders),
                Chunks = _chunks.ToRecorded(),
                Failure = failure,
            });
        }
    }

    private void GiveUp(GiveUpReason reason)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _recorder.GiveUp(reason);
        }
    }
}
