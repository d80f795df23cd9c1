using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.Host"/>.</summary>
internal sealed class HostMatcher() : ValueMatcher("host", RequestParts.Uri)
{
    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        var authority = UriAuthority.Parse(UriParts.Split(request.Uri));
        return [new("host", authority.Port is null ? authority.Host : $"{authority.Host}:{authority.Port}")];
    }
}
