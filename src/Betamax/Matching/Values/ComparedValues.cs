namespace Betamax.Matching.Values;

/// <summary>Compares the values that a matcher has read from two requests.</summary>
internal static class ComparedValues
{
    /// <summary>The key of a list of values: two lists have the same key only if they are equal.</summary>
    public static string ToKey(IReadOnlyList<ComparedValue> values)
    {
        var key = new KeyBuilder();
        foreach (var value in values)
        {
            key.Add(value.Place).Add(value.Key);
        }

        return key.ToString();
    }

    /// <summary>
    /// The values that differ, those of the live request first. Also empty if only the order of the places differs.
    /// </summary>
    public static List<(ComparedValue? Live, ComparedValue? Recorded)> FindDifferent(
        IReadOnlyList<ComparedValue> live, IReadOnlyList<ComparedValue> recorded)
    {
        var recordedByPlace = recorded.ToDictionary(value => value.Place, StringComparer.Ordinal);
        var different = new List<(ComparedValue?, ComparedValue?)>();
        foreach (var value in live)
        {
            if (!recordedByPlace.Remove(value.Place, out var counterpart) || value.Key != counterpart.Key)
            {
                different.Add((value, counterpart));
            }
        }

        different.AddRange(recorded.Where(value => recordedByPlace.ContainsKey(value.Place)).Select(value => ((ComparedValue?)null, (ComparedValue?)value)));
        return different;
    }

    /// <summary>Describes every place in which two lists differ; if only the order differs, it describes that.</summary>
    public static IReadOnlyList<RequestDifference> Explain(IReadOnlyList<ComparedValue> live, IReadOnlyList<ComparedValue> recorded)
    {
        var different = FindDifferent(live, recorded);
        return different.Count > 0 ? [.. different.Select(pair => ComparedValue.Describe(pair.Live, pair.Recorded))]
            : live.Select(value => value.Place).SequenceEqual(recorded.Select(value => value.Place), StringComparer.Ordinal) ? []
            : [ExplainOrder(live, recorded)];
    }

    private static RequestDifference ExplainOrder(IReadOnlyList<ComparedValue> live, IReadOnlyList<ComparedValue> recorded)
    {
        var (left, right) = Excerpt.Cut(JoinLabels(live), JoinLabels(recorded));
        return new("order", left, right);

        static string JoinLabels(IReadOnlyList<ComparedValue> values) => string.Join("; ", values.Select(value => value.Label));
    }
}
