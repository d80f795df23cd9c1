using System.Globalization;
using Betamax.Http;

namespace Betamax;

/// <summary>Compares two recordings.</summary>
public static class InteractionComparison
{
    /// <summary>
    /// Finds the places in which two recordings differ: method, URI, status, headers and bodies, but not the time of
    /// recording.
    /// </summary>
    /// <remarks>
    /// Bodies of the same media type are compared by their content: JSON by path, forms by field and multipart bodies by
    /// part. Other bodies are compared as bytes.
    /// </remarks>
    /// <param name="before">The first recording.</param>
    /// <param name="after">The second recording.</param>
    /// <returns>The differences, those of the requests first. Empty if the recordings are the same.</returns>
    public static IReadOnlyList<InteractionDifference> Compare(Interaction before, Interaction after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var differences = new List<InteractionDifference>();
        Explain(RequestMatchers.Method, InteractionSide.Request, before.Request, after.Request);
        Explain(RequestMatchers.Uri, InteractionSide.Request, before.Request, after.Request);
        ExplainContent(InteractionSide.Request, before.Request, after.Request);
        Add("status", Format(before.Response.StatusCode), Format(after.Response.StatusCode));
        Add("reason phrase", before.Response.ReasonPhrase, after.Response.ReasonPhrase);
        Add("url", before.Response.Url, after.Response.Url);
        ExplainContent(InteractionSide.Response, ToMessage(before.Response), ToMessage(after.Response));
        return differences;

        void ExplainContent(InteractionSide side, RecordedRequest one, RecordedRequest other)
        {
            Explain(RequestMatchers.Headers, side, one, other);
            Explain(FindBodyMatcher(one, other), side, one, other);
        }

        void Explain(RequestMatcher matcher, InteractionSide side, RecordedRequest one, RecordedRequest other) => differences.AddRange(
            matcher.Explain(other, one).Select(difference => new InteractionDifference(side, difference.Place, difference.Recorded, difference.Live)));

        void Add(string place, string? one, string? other)
        {
            if (one != other)
            {
                differences.Add(new(InteractionSide.Response, place, one, other));
            }
        }
    }

    /// <summary>The headers and the body of a response, in the form that matchers compare.</summary>
    private static RecordedRequest ToMessage(RecordedResponse response) =>
        new("", "") { Headers = response.Headers, Body = response.Body };

    private static RequestMatcher FindBodyMatcher(RecordedRequest one, RecordedRequest other)
    {
        var (mediaType, otherType) = (ReadMediaType(one), ReadMediaType(other));
        return mediaType.IsJson && otherType.IsJson ? RequestMatchers.JsonBody
            : mediaType.IsForm && otherType.IsForm ? RequestMatchers.FormUrlEncodedBody
            : mediaType.IsMultipart && otherType.IsMultipart ? RequestMatchers.MultipartFormDataBody
            : RequestMatchers.Body;
    }

    private static MediaType ReadMediaType(RecordedRequest message) => MediaType.Parse(message.Headers.First(HeaderNames.ContentType));

    private static string Format(int status) => status.ToString(CultureInfo.InvariantCulture);
}
