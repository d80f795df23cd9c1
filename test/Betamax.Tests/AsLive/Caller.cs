using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Betamax.Tests.AsLive;

/// <summary>Sends requests and writes down everything that an application can see of the responses.</summary>
internal sealed class Caller(HttpClient client, Style style)
{
    private readonly StringBuilder _seen = new();

    /// <summary>Whether the length of the buffered content is compared. The length before reading is always compared.</summary>
    public bool SeesBufferedLength { get; set; } = true;

    /// <summary>Whether the method of the last request in a chain of redirects is compared.</summary>
    public bool SeesFinalMethod { get; set; } = true;

    public string Seen => _seen.ToString();

    public HttpClient Client => client;

    public Task Get(Uri uri) => Send(new HttpRequestMessage(HttpMethod.Get, uri));

    public Task Send(string method, Uri uri, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), uri) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Send(request);
    }

    public async Task Send(HttpRequestMessage request, CancellationToken cancellation = default)
    {
        using (request)
        {
            try
            {
                using var response = await style.Send(client, request, cancellation);
                See(response);
                var body = await style.Read(response.Content, cancellation);
                SeeLength(response);
                _seen.AppendLine($"  body: {Shown(body)}");
            }
            catch (Exception fault)
            {
                See(fault);
            }
        }
    }

    /// <summary>Writes down another observation.</summary>
    public void Note(string text) => _seen.AppendLine(text);

    private void See(HttpResponseMessage response)
    {
        _seen.AppendLine($"{(int)response.StatusCode} '{response.ReasonPhrase}' HTTP/{response.Version}");
        _seen.AppendLine($"  from: {(SeesFinalMethod ? response.RequestMessage!.Method : "")} {response.RequestMessage!.RequestUri!.AbsoluteUri}");
        See(response.Headers);
        See(response.Content.Headers);
        See(response.TrailingHeaders);
        SeeLength(response);
    }

    private void SeeLength(HttpResponseMessage response)
    {
        if (SeesBufferedLength || style.Completion == HttpCompletionOption.ResponseHeadersRead)
        {
            _seen.AppendLine($"  length: {response.Content.Headers.ContentLength}");
        }
    }

    private void See(HttpHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated.Where(header => header.Key != "Date"))
        {
            _seen.AppendLine($"  {name}: {string.Join(" | ", values)}");
        }
    }

    private void See(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            var error = cause is HttpRequestException http ? $" ({http.HttpRequestError}, {http.StatusCode})" : "";
            _seen.AppendLine($"{(cause == fault ? "throws" : "  because of")} {cause.GetType().Name}{error}");
        }
    }

    private static string Shown(byte[] body) =>
        body.Length <= 2000 ? Encoding.Latin1.GetString(body) : $"{body.Length} bytes, {Convert.ToHexString(SHA256.HashData(body))}";
}
