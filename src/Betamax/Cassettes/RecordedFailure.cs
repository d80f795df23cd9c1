using Betamax.Cassettes;

namespace Betamax;

/// <summary>How a request failed: before a response came, or while its body was read.</summary>
/// <param name="Time">
/// When it failed, to the millisecond. Counted from the sending of the request; if the response has a status code, from the
/// arrival of its headers.
/// </param>
/// <param name="Errors">The exception and its inner exceptions, the outermost first. Never empty.</param>
public sealed record RecordedFailure(TimeSpan Time, IReadOnlyList<RecordedError> Errors)
{
    /// <summary>The exception and its inner exceptions, the outermost first. Never empty.</summary>
    public IReadOnlyList<RecordedError> Errors { get; init => field = new EquatableList<RecordedError>(value); } = new EquatableList<RecordedError>(Errors);
}

/// <summary>One exception of a <see cref="RecordedFailure"/>.</summary>
/// <param name="Type">Its type, without the namespace, such as <c>HttpRequestException</c>.</param>
/// <param name="Message">Its message.</param>
/// <param name="Code">
/// The name of its <see cref="HttpRequestError"/> or <see cref="System.Net.Sockets.SocketError"/>; <see langword="null"/> if it
/// has none.
/// </param>
public sealed record RecordedError(string Type, string Message, string? Code = null);
