using System.Text;
using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Scenarios;

/// <summary>Short forms to create a request.</summary>
internal static class Request
{
    public static Step Get(string path) => new("GET", path);

    public static Step Head(string path) => new("HEAD", path);

    public static Step Streamed(string path) => Get(path) with { Stream = true };

    public static Step Post(string path, string contentType, string body) =>
        Send("POST", path, contentType, Encoding.UTF8.GetBytes(body));

    public static Step GetWithDigest(string path, string user, string password) =>
        Get(path) with { Digest = [user, password] };

    public static Step Send(string method, string path, string contentType, byte[] body) =>
        new Step(method, path) { Body = body }.With("Content-Type", contentType);

    public static Step With(this Step step, string header, string value) =>
        step with { Headers = new(step.Headers) { [header] = value } };
}
