namespace Betamax.Tests.Matching;

/// <summary>Does what <c>RecordingIndex</c> does in the simplest way: it searches all recordings each time.</summary>
internal sealed class TapeSearch(RecordedRequest?[] tape, RequestMatcher[] matchers)
{
    private readonly List<int> _played = [];

    public int? Take(RecordedRequest[] asked, bool repeat)
    {
        var matching = Enumerable.Range(0, tape.Length).Where(position => Matches(asked, tape[position])).ToList();
        var own = matching.Where(position => asked.Any(spelling => spelling.Body.Equals(tape[position]!.Body))).ToList();
        var found = FirstUnused(own) ?? (repeat ? LastPlayed(own) : null) ?? FirstUnused(matching) ?? (repeat ? LastPlayed(matching) : null);
        if (found is { } position && !_played.Contains(position))
        {
            _played.Add(position);
        }

        return found;
    }

    private bool Matches(RecordedRequest[] asked, RecordedRequest? recorded) =>
        recorded is not null && asked.Any(spelling => matchers.All(matcher => matcher.Matches(spelling, recorded)));

    private int? FirstUnused(List<int> positions) => positions.Except(_played).Cast<int?>().Min();

    private int? LastPlayed(List<int> positions) => _played.Intersect(positions).Cast<int?>().LastOrDefault();
}
