using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.Body"/>.</summary>
internal sealed class BodyMatcher() : ValueMatcher("body", RequestParts.Body)
{
    /// <summary>
    /// Suggests a matcher that understands the media type, if the bodies are equal to it, or if it can ignore what differs.
    /// </summary>
    public override MatcherRemedy? SuggestRemedy(RecordedRequest request, RecordedRequest recorded)
    {
        var mediaType = MediaType.Parse(request.Headers.First(HeaderNames.ContentType));
        MatcherRemedy?[] remedies =
        [
            mediaType.ContainsJson ? new($"{RemedyText.JsonBody} in place of {RemedyText.Body}", [RequestMatchers.JsonBody]) : null,
            mediaType.ContainsJson && RequestMatchers.JsonBody.SuggestRemedy(request, recorded) is { } ignoring
                ? ignoring with { Text = $"{ignoring.Text} in place of {RemedyText.Body}" }
                : null,
            mediaType.IsForm
                ? new($"{RemedyText.FormUrlEncodedBody} in place of {RemedyText.Body}", [RequestMatchers.FormUrlEncodedBody])
                : null,
            mediaType.IsMultipart
                ? new($"{RemedyText.MultipartFormDataBody} in place of {RemedyText.Body}", [RequestMatchers.MultipartFormDataBody])
                : null,
        ];
        return RemedyText.FindFirst(request, recorded, remedies.OfType<MatcherRemedy>());
    }

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request) => ComparedValue.ReadBody(request.Body);
}
