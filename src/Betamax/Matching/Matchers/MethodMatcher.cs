using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.Method"/>. Its key is empty for a GET, so that the key of such a request is that of its URI.</summary>
internal sealed class MethodMatcher() : ValueMatcher("method", RequestParts.Method)
{
    private const string Get = "GET";

    // The space keeps the key of an empty method from being empty.
    public override string KeyOf(RecordedRequest request) => Normalize(request) is not Get and var method ? method + " " : "";

    internal override string? FindPlainKey(RecordedRequest request) => request.Method == Get ? "" : null;

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request) => [new("method", Normalize(request))];

    private static string Normalize(RecordedRequest request) => request.Method.ToUpperInvariant();
}
