using Betamax.Http;
using Betamax.Matching.Values;

namespace Betamax.Matching.Matchers;

/// <summary><see cref="RequestMatchers.FormUrlEncodedBody"/>.</summary>
internal sealed class FormUrlEncodedBodyMatcher()
    : ValueMatcher("form-urlencoded-body", RequestParts.Headers | RequestParts.Body)
{
    private static readonly ComparedValue Form = new("body", "a form");

    private readonly FieldReader _reader = new("form");

    protected override IReadOnlyList<ComparedValue> Read(RecordedRequest request)
    {
        if (MediaType.Parse(request.Headers.First(HeaderNames.ContentType)) is { IsEmpty: false, IsForm: false })
        {
            return ComparedValue.ReadBody(request.Body);
        }

        var fields = _reader.Read(request.Body.Bytes.Span);
        return fields.Count == 0 ? [] : [Form, .. fields];
    }
}
