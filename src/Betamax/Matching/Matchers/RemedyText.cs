using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary>Texts and searches that the built-in matchers share to suggest a remedy.</summary>
internal static class RemedyText
{
    public const string Uri = Class + nameof(RequestMatchers.Uri);
    public const string Host = Class + nameof(RequestMatchers.Host);
    public const string Path = Class + nameof(RequestMatchers.Path);
    public const string Headers = Class + nameof(RequestMatchers.Headers);
    public const string Body = Class + nameof(RequestMatchers.Body);
    public const string JsonBody = Class + nameof(RequestMatchers.JsonBody);
    public const string FormUrlEncodedBody = Class + nameof(RequestMatchers.FormUrlEncodedBody);
    public const string MultipartFormDataBody = Class + nameof(RequestMatchers.MultipartFormDataBody);

    private const string Class = nameof(RequestMatchers) + ".";

    /// <summary>The most names or paths that are shown.</summary>
    private const int MostShown = 3;

    /// <summary>The first remedy that leads to a match.</summary>
    public static MatcherRemedy? FindFirst(RecordedRequest request, RecordedRequest recorded, IEnumerable<MatcherRemedy> remedies) =>
        remedies.FirstOrDefault(remedy => remedy.LeadsToMatch(request, recorded));

    /// <summary>The names of the fields or headers that differ.</summary>
    public static IEnumerable<string> FindNames(IReadOnlyList<ComparedValue> live, IReadOnlyList<ComparedValue> recorded) =>
        ComparedValues.FindDifferent(live, recorded).Select(pair => (pair.Live ?? pair.Recorded)!.Name).OfType<string>();

    /// <summary>Names or paths as the arguments of a call.</summary>
    public static string Quote(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostShown).Select(name => $"\"{name}\"")) + (names.Count > MostShown ? ", …" : "");
}
