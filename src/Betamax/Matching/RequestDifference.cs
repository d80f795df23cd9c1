namespace Betamax;

/// <summary>One place in which a live request differs from a recorded one.</summary>
/// <param name="Place">The place: <c>path</c>, <c>query 'page'</c>, <c>header 'Accept'</c>, <c>$.user.name</c>…</param>
/// <param name="Live">What the live request has there; <see langword="null"/> = nothing.</param>
/// <param name="Recorded">What the recorded one has there; <see langword="null"/> = nothing.</param>
public sealed record RequestDifference(string Place, string? Live, string? Recorded);
