namespace Betamax.Matching;

/// <summary>The recordings that may answer one request: those that share the key of one of its spellings.</summary>
/// <param name="asked">The spellings of the request.</param>
/// <param name="buckets">The bucket of each spelling.</param>
/// <param name="predicates">The matchers without keys, which choose among the candidates.</param>
internal sealed class Candidates(
    IReadOnlyList<RecordedRequest> asked, IReadOnlyList<RecordingBucket?> buckets, IReadOnlyList<RequestMatcher> predicates)
{
    private readonly RecordingBucket[] _buckets = [.. buckets.OfType<RecordingBucket>().Distinct()];

    /// <summary>The first unused one on the tape.</summary>
    public IndexedRecording? FirstUnused(bool ofOwnBody) =>
        Queues(ofOwnBody)
            .Select(queue => queue.Unused().FirstOrDefault(Matches))
            .OfType<IndexedRecording>()
            .MinBy(recording => recording.Position);

    /// <summary>The one that was played last.</summary>
    public IndexedRecording? LastPlayed(bool ofOwnBody) =>
        Queues(ofOwnBody)
            .Select(queue => queue.Played().FirstOrDefault(Matches))
            .OfType<IndexedRecording>()
            .MaxBy(recording => recording.PlayedFor);

    /// <summary>All that were played.</summary>
    public IEnumerable<IndexedRecording> Played() => _buckets.SelectMany(bucket => bucket.All.Played()).Where(Matches);

    // With one candidate there is nothing to prefer, and its body need not be looked at.
    private IEnumerable<RecordingQueue> Queues(bool ofOwnBody) =>
        !ofOwnBody ? _buckets.Select(bucket => bucket.All)
        : _buckets.Sum(bucket => bucket.Count) <= 1 ? []
        : asked.SelectMany(_ => _buckets, (spelling, bucket) => bucket.WithBody(spelling.Body)).OfType<RecordingQueue>().Distinct();

    private bool Matches(IndexedRecording recording)
    {
        if (predicates.Count == 0)
        {
            return true;
        }

        for (var i = 0; i < asked.Count; i++)
        {
            if (buckets[i] == recording.Bucket && predicates.All(predicate => predicate.Matches(asked[i], recording.Request)))
            {
                return true;
            }
        }

        return false;
    }
}
