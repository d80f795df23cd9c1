using System.Text.Unicode;
using Betamax.Http;

namespace Betamax.Secrets.Editing;

/// <summary>
/// Changes the texts of a message that can contain secrets. Derived classes change each text. This class corrects the
/// lengths: the <c>Content-Length</c> header, and the chunks of the response. An unchanged message stays the same instance.
/// </summary>
internal abstract class MessageEditor
{
    public Interaction Edit(Interaction interaction)
    {
        var request = Edit(interaction.Request);
        var response = Edit(interaction.Response);
        return ReferenceEquals(request, interaction.Request) && ReferenceEquals(response, interaction.Response)
            ? interaction
            : interaction with { Request = request, Response = response };
    }

    public Cassette Edit(Cassette cassette) =>
        new(cassette.Interactions.Select(Edit), cassette.RecordedWith) { Unknown = cassette.Unknown };

    public RecordedRequest Edit(RecordedRequest request)
    {
        var uri = EditUri(request.Uri);
        var body = EditBody(request.Body, request.Headers);
        var headers = EditHeaders(request.Headers, request.Body, body);
        return ReferenceEquals(uri, request.Uri) && ReferenceEquals(body, request.Body) && ReferenceEquals(headers, request.Headers)
            ? request
            : request with { Uri = uri, Headers = headers, Body = body };
    }

    public abstract string EditUri(string uri);

    protected abstract string EditHeader(string name, string value);

    /// <summary>Changes the message of an exception.</summary>
    protected abstract string EditErrorMessage(string message);

    /// <summary>Changes the content of a body; the same memory if nothing changes.</summary>
    /// <param name="content">The content, decompressed; in UTF-8 if it is text.</param>
    /// <param name="type">The <c>Content-Type</c>.</param>
    protected abstract ReadOnlyMemory<byte> EditContent(ReadOnlyMemory<byte> content, MediaType type);

    private RecordedResponse Edit(RecordedResponse response)
    {
        var url = EditUri(response.Url);
        var body = EditBody(response.Body, response.Headers);
        var headers = EditHeaders(response.Headers, response.Body, body);
        var trailers = EditHeaders(response.Trailers);
        var failure = Edit(response.Failure);
        if (ReferenceEquals(url, response.Url) && ReferenceEquals(body, response.Body) && ReferenceEquals(headers, response.Headers)
            && ReferenceEquals(trailers, response.Trailers) && ReferenceEquals(failure, response.Failure))
        {
            return response;
        }

        var keepsChunks = ReferenceEquals(body, response.Body) || response.FittingChunks.Count == 0;
        var chunks = keepsChunks ? response.Chunks : FitChunks(response, body);
        return response with
        {
            Url = url,
            Headers = headers,
            Body = body,
            Trailers = trailers,
            Failure = failure,
            Chunks = chunks,
        };
    }

    private RecordedFailure? Edit(RecordedFailure? failure)
    {
        if (failure is null)
        {
            return null;
        }

        RecordedError[] errors = [.. failure.Errors.Select(error => error with { Message = EditErrorMessage(error.Message) })];
        return errors.SequenceEqual(failure.Errors) ? failure : failure with { Errors = errors };
    }

    private RecordedHeaders EditHeaders(RecordedHeaders headers) =>
        headers.Map(this, static (name, value, editor) => editor.EditHeader(name, value));

    private RecordedHeaders EditHeaders(RecordedHeaders headers, RecordedBody before, RecordedBody after)
    {
        var edited = EditHeaders(headers);
        return ReferenceEquals(before, after) || !edited.ContainsKey(HeaderNames.ContentLength)
            ? edited
            : edited.With(HeaderNames.ContentLength, $"{after.Bytes.Length}");
    }

    private RecordedBody EditBody(RecordedBody body, RecordedHeaders headers)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        var utf8 = body.Utf8;
        var codings = ContentCodings.Detect(utf8.Span, headers.GetValueOrDefault(HeaderNames.ContentEncoding));
        var edited = EditBody(utf8, codings, MediaType.Parse(headers.First(HeaderNames.ContentType)));
        return edited.Equals(utf8) ? body : body.WithUtf8(edited);
    }

    private ReadOnlyMemory<byte> EditBody(ReadOnlyMemory<byte> body, string[] codings, MediaType type)
    {
        if (codings.Length == 0)
        {
            return EditContent(body, type);
        }

        if (CompressedBody.TryOpen(body, codings) is { } opened)
        {
            var edited = EditContent(opened.Content, type);
            return edited.Equals(opened.Content) ? body : opened.Compress(edited);
        }

        // A message may name a coding although its body is not compressed. Such text is edited; other bytes are not changed.
        return Utf8.IsValid(body.Span) ? EditContent(body, type) : body;
    }

    private IReadOnlyList<RecordedChunk> FitChunks(RecordedResponse before, RecordedBody body) =>
        before.Headers.ContainsKey(HeaderNames.ContentEncoding)
            ? ChunkLengths.Join(before.Chunks, body.Bytes.Length)
            : ChunkLengths.Fit(
                before.Chunks,
                before.Body.Bytes,
                body.Bytes,
                beginning => EditBody(before.Body.WithUtf8(beginning), before.Headers).Bytes);
}
