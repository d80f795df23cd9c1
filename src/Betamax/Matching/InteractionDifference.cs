namespace Betamax;

/// <summary>One place in which two recordings differ.</summary>
/// <param name="Side">Whether the requests or the responses differ.</param>
/// <param name="Place">The place, such as <c>status</c>, <c>query 'page'</c>, <c>header 'ETag'</c> or <c>$.items[0].name</c>.</param>
/// <param name="Before">The value in the first recording; <see langword="null"/> if it has none.</param>
/// <param name="After">The value in the second recording; <see langword="null"/> if it has none.</param>
public sealed record InteractionDifference(InteractionSide Side, string Place, string? Before, string? After);

/// <summary>The two messages of a recording.</summary>
public enum InteractionSide
{
    /// <summary>The request.</summary>
    Request,

    /// <summary>The response.</summary>
    Response,
}
