namespace Betamax;

/// <summary>Which recordings of two lists belong together, as <see cref="InteractionPairing.Pair"/> finds them.</summary>
/// <param name="Pairs">The pairs, in the order of the second list.</param>
/// <param name="Removed">The positions in the first list of recordings without a counterpart, in order.</param>
/// <param name="Added">The positions in the second list of recordings without a counterpart, in order.</param>
public sealed record InteractionPairs(IReadOnlyList<InteractionPair> Pairs, IReadOnlyList<int> Removed, IReadOnlyList<int> Added);

/// <summary>Two recordings that belong together.</summary>
/// <param name="Before">The position in the first list, from 0.</param>
/// <param name="After">The position in the second list, from 0.</param>
/// <param name="RequestsMatch">
/// Whether all matchers match the two requests. If not, the pair is the nearest one with the same method and path.
/// </param>
public sealed record InteractionPair(int Before, int After, bool RequestsMatch);
