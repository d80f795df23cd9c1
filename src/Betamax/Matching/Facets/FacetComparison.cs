namespace Betamax.Matching.Facets;

/// <summary>What two readings of a request have in common: one key where they are equal, differences where not.</summary>
internal static class FacetComparison
{
    /// <summary>The key of a reading: the same for equal readings only. Nothing to read = an empty key.</summary>
    public static string KeyOf(IReadOnlyList<Facet> facets)
    {
        var key = new KeyBuilder();
        foreach (var facet in facets)
        {
            key.Add(facet.Place).Add(facet.Key);
        }

        return key.ToString();
    }

    /// <summary>The places in which two readings differ: those of the live request first.</summary>
    public static IReadOnlyList<RequestDifference> Differences(IReadOnlyList<Facet> asked, IReadOnlyList<Facet> recorded)
    {
        var unmet = new Dictionary<string, Facet>(StringComparer.Ordinal);
        foreach (var facet in recorded)
        {
            unmet[facet.Place] = facet;
        }

        var differences = new List<RequestDifference>();
        foreach (var facet in asked)
        {
            if (!unmet.Remove(facet.Place, out var counterpart) || facet.Key != counterpart.Key)
            {
                differences.Add(Facet.Difference(facet, counterpart));
            }
        }

        differences.AddRange(recorded.Where(facet => unmet.ContainsKey(facet.Place)).Select(facet => Facet.Difference(null, facet)));
        return differences.Count > 0 || InSameOrder(asked, recorded) ? differences : [Order(asked, recorded)];
    }

    private static bool InSameOrder(IReadOnlyList<Facet> asked, IReadOnlyList<Facet> recorded) =>
        asked.Select(facet => facet.Place).SequenceEqual(recorded.Select(facet => facet.Place), StringComparer.Ordinal);

    private static RequestDifference Order(IReadOnlyList<Facet> asked, IReadOnlyList<Facet> recorded)
    {
        var (left, right) = Excerpt.OfBoth(Places(asked), Places(recorded));
        return new("order", left, right);

        static string Places(IReadOnlyList<Facet> facets) => string.Join("; ", facets.Select(facet => facet.Where));
    }
}
