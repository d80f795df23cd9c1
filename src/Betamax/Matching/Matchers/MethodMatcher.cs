using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.Method"/>. Its key is the method in upper case.</summary>
internal sealed class MethodMatcher() : ValueMatcher("method", RequestParts.Method)
{
    public override string KeyOf(RecordedRequest request) => request.Method.ToUpperInvariant();

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request) => [new("method", KeyOf(request))];
}
