using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.Path"/>.</summary>
internal sealed class PathMatcher() : ValueMatcher("path", RequestParts.Uri)
{
    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request) =>
        [new("path", UriPath.Normalize(UriParts.Split(request.Uri)))];
}
