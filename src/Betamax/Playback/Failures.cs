using System.Net.Sockets;
using System.Security.Authentication;

namespace Betamax.Playback;

/// <summary>Converts exceptions to recorded failures, and back.</summary>
internal static class Failures
{
    /// <summary>Converts an exception and its inner ones, as far as playback can throw them again; null when it cannot.</summary>
    public static RecordedFailure? ToRecorded(Exception fault, TimeSpan time)
    {
        var errors = new List<RecordedError>();
        for (var current = fault; current is not null && IsKnown(current); current = current.InnerException!)
        {
            errors.Add(new(current.GetType().Name, current.Message, GetCode(current)));
        }

        return errors.Count == 0 ? null : new(time.TruncateToMillisecond(), errors);
    }

    private static Exception ToException(RecordedFailure failure) =>
        failure.Errors.Reverse().Aggregate(default(Exception), (inner, error) => ToException(error, inner))!;

    /// <summary>
    /// Throws what was thrown while recording. If the request was cancelled, as by <see cref="HttpClient.Timeout"/>, it waits to be
    /// cancelled again: only the client can throw what the caller saw. It waits one second longer than the recorded time, and then
    /// fails with a timeout.
    /// </summary>
    public static async ValueTask Play(
        RecordedFailure failure, long start, PlaybackPace pace, bool async, CancellationToken cancellationToken)
    {
        if (failure.Errors[0].Type is nameof(TaskCanceledException) or nameof(OperationCanceledException)
            && !failure.Errors.Any(error => error.Type == nameof(TimeoutException)))
        {
            await WaitForCancellation(failure, start, pace, async, cancellationToken).ConfigureAwait(false);
        }

        await pace.Wait(start, failure.Time, async, cancellationToken).ConfigureAwait(false);
        throw ToException(failure);
    }

    private static async ValueTask WaitForCancellation(
        RecordedFailure failure, long start, PlaybackPace pace, bool async, CancellationToken cancellationToken)
    {
        var message = failure.Errors[0].Message;
        try
        {
            var live = pace with { Speed = 1 };
            await live.Wait(start, failure.Time + TimeSpan.FromSeconds(1), async, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault)
        {
            throw new TaskCanceledException(message, fault, cancellationToken);
        }

        throw new TaskCanceledException(message, new TimeoutException(message));
    }

    private static bool IsKnown(Exception fault) => fault.GetType().Name is
        nameof(HttpRequestException) or nameof(HttpIOException) or nameof(IOException) or nameof(SocketException)
        or nameof(AuthenticationException) or nameof(TimeoutException) or nameof(TaskCanceledException)
        or nameof(OperationCanceledException);

    private static string? GetCode(Exception fault) => fault switch
    {
        HttpRequestException http => http.HttpRequestError.ToString(),
        HttpIOException io => io.HttpRequestError.ToString(),
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => null,
    };

    private static Exception ToException(RecordedError error, Exception? inner) => error.Type switch
    {
        nameof(HttpRequestException) => new HttpRequestException(ParseCode(error, HttpRequestError.Unknown), error.Message, inner),
        nameof(HttpIOException) => new HttpIOException(ParseCode(error, HttpRequestError.Unknown), RemoveCode(error), inner),
        nameof(SocketException) => new SocketException((int)ParseCode(error, SocketError.SocketError), error.Message),
        nameof(IOException) => new IOException(error.Message, inner),
        nameof(AuthenticationException) => new AuthenticationException(error.Message, inner),
        nameof(TimeoutException) => new TimeoutException(error.Message, inner),
        nameof(TaskCanceledException) => new TaskCanceledException(error.Message, inner),
        nameof(OperationCanceledException) => new OperationCanceledException(error.Message, inner),
        _ => new HttpRequestException(error.Message, inner),
    };

    // HttpIOException appends its error code in brackets to its message, so the recorded one is removed.
    private static string RemoveCode(RecordedError error)
    {
        var suffix = $" ({error.Code})";
        return error.Message.EndsWith(suffix, StringComparison.Ordinal) ? error.Message[..^suffix.Length] : error.Message;
    }

    private static T ParseCode<T>(RecordedError error, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(error.Code, out var code) ? code : otherwise;
}
