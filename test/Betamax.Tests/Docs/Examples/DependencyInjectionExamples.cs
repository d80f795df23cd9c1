#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/dependency-injection.md. They are compiled.</summary>
internal static class DependencyInjectionExamples
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler(new SocketsHttpHandler()));

    public static void Register(IServiceCollection services, Recorder recorder)
    {
        services.AddHttpClient<GitHubClient>().AddBetamax(recorder);    // one client, one recorder
        services.AddHttpClient("weather").AddBetamax();                 // one client, uses Recorder.Current
        services.AddBetamax();                                          // every client, uses Recorder.Current
        services.AddBetamax(recorder);                                  // every client, one recorder
    }

    public static void Refuse(IServiceCollection services)
    {
        services.AddBetamax(NoRecorderBehavior.Refuse);
    }

    public static async Task<string> Test(CassetteLibrary library, ShopApplication application)
    {
        using var recorder = library.UseCassette("checkout");
        using HttpClient client = application.CreateClient();
        string page = await client.GetStringAsync("/checkout");

        return page;
    }

    public static async Task<string> Observe(Recorder recorder, ITestOutputHelper output)
    {
        using var client = new HttpClient(recorder.CreateHandler(observer: request => output.WriteLine($"{request}")));

        return await client.GetStringAsync("/") + await Client.GetStringAsync("/");
    }

    public static void Listen(IServiceCollection services)
    {
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("Betamax"))
            .WithMetrics(metrics => metrics.AddMeter("Betamax"));
    }

    public sealed class ShopApplication : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddBetamax(NoRecorderBehavior.Refuse));
    }

    internal sealed class Program;

    internal sealed class GitHubClient(HttpClient client)
    {
        public HttpClient Client { get; } = client;
    }
}
