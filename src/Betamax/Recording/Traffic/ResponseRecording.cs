using Betamax.Diagnostics;
using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>A response on its way to the caller: what passes is kept, up to the one moment at which it is whole or has failed.</summary>
internal sealed class ResponseRecording
{
    private const string LeftMessage =
        "The recording ends here: its reader left the response before the end. (ResponseEnded)";

    private readonly CassetteSession _session;
    private readonly int _place;
    private readonly SentRequest _request;
    private readonly HttpResponseMessage _response;
    private readonly RecordedResponse _head;
    private readonly RequestReport? _report;
    private readonly long? _length;
    private readonly ByteLog _body;
    private readonly ChunkLog _chunks;
    private int _ended;

    public ResponseRecording(
        CassetteSession session, int place, SentRequest request, HttpResponseMessage response, RequestReport? report)
    {
        _session = session;
        _place = place;
        _request = request;
        _response = response;
        _report = report;
        _head = HeadOf(response, request, session.Headers);
        _length = LengthOf(response);
        _body = new ByteLog(_length);
        _chunks = session.ChunksOf(response);
    }

    /// <summary>How many bytes the body has, if that is known. Beside a transfer coding a length says nothing (RFC 9112, section 6.3).</summary>
    public static long? LengthOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.Contains("Transfer-Encoding") ? null : response.Content.Headers.ContentLength;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _body.Append(bytes);
        _chunks.Add(bytes.Length);

        // Who knows the length may not read on to see the end. In HTTP/2 trailers may come behind it.
        if (_body.Length == _length && _response.Version.Major < 2)
        {
            End();
        }
    }

    /// <summary>Has all of it copied, and keeps what passes.</summary>
    /// <param name="destination">Where it goes.</param>
    /// <param name="copy">Copies to the stream that it is given.</param>
    public async Task PassTo(Stream destination, Func<Stream, Task> copy)
    {
        var tee = new TeeStream(destination, Append);
        try
        {
            await copy(tee).ConfigureAwait(false);
        }
        catch (Exception fault) when (!tee.WasRefused)
        {
            // What is wrapped here is wrapped again when it is played.
            Fail(fault is HttpRequestException { InnerException: IOException inner } ? inner : fault);
            throw;
        }

        End();
    }

    public void End() => Finish(failure: null);

    /// <summary>The body has broken off.</summary>
    public void Fail(Exception fault)
    {
        if (_session.RecordsFailures && Failures.Of(fault, _chunks.Now) is { } failure)
        {
            Finish(failure);
        }
        else
        {
            Volatile.Write(ref _ended, 1);
            _report?.End(RequestOutcome.NotRecorded);
        }
    }

    /// <summary>
    /// The reader goes. What little is left is read for the tape, as the primary handler reads it for the connection's sake:
    /// many readers of events leave at the last one, before the end, and a retry leaves an error unread. Any other body is
    /// not whole.
    /// </summary>
    /// <param name="rest">The rest of the body; <see langword="null"/> where it cannot be read.</param>
    public void Leave(Func<Stream>? rest)
    {
        if (Volatile.Read(ref _ended) != 0)
        {
            return;
        }

        if (rest is not null && Rest.IsSmall(_length - _body.Length) && Rest.Read(rest) is { } bytes)
        {
            Append(bytes);
            End();
        }
        else if (_session.RecordsFailures)
        {
            Finish(new(_chunks.Now.ToTheMillisecond(), [new(nameof(HttpIOException), LeftMessage, nameof(HttpRequestError.ResponseEnded))]));
        }
        else if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _session.NotRead(_head.Url);
            _report?.End(RequestOutcome.NotRecorded);
        }
    }

    private void Finish(RecordedFailure? failure)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        var outcome = _session.Finish(_place, _request.ToRecorded(), _head with
        {
            Body = RecordedBody.FromBytes(_body.ToMemory()),
            Trailers = MessageHeaders.Of(_response.TrailingHeaders),
            Chunks = _chunks.Worth(),
            Failure = failure,
        });
        _report?.End(outcome);
    }

    private static RecordedResponse HeadOf(HttpResponseMessage response, SentRequest request, HeadersBefore headers) => new(
        (int)response.StatusCode,
        response.ReasonPhrase,
        response.RequestMessage?.RequestUri?.AbsoluteUri ?? request.Uri)
    {
        Headers = headers.Read(response),
        HttpVersion = response.Version == System.Net.HttpVersion.Version11 ? null : response.Version,
    };
}
