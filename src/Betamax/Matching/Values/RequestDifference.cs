namespace Betamax;

/// <summary>One place in which a live request differs from a recorded one.</summary>
/// <param name="Place">The place, such as <c>path</c>, <c>query 'page'</c>, <c>header 'Accept'</c> or <c>$.user.name</c>.</param>
/// <param name="Live">The value in the live request; <see langword="null"/> if it has none.</param>
/// <param name="Recorded">The value in the recorded request; <see langword="null"/> if it has none.</param>
public sealed record RequestDifference(string Place, string? Live, string? Recorded);
