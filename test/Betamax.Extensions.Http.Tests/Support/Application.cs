using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Betamax.Extensions.Http.Tests;

/// <summary>An application that forwards each path to a server and answers with the response.</summary>
public class Application(Uri upstream) : WebApplicationFactory<Application>
{
    // Its entry point is this test assembly. There is no folder of that name next to the solution.
    static Application() => Environment.SetEnvironmentVariable(
        "ASPNETCORE_TEST_CONTENTROOT_BETAMAX_EXTENSIONS_HTTP_TESTS", AppContext.BaseDirectory);

    internal static WebApplicationFactory<Application> With(Uri upstream, Action<IServiceCollection> configure) =>
        new Application(upstream).WithWebHostBuilder(web => web.ConfigureTestServices(configure));

    protected override IHostBuilder CreateHostBuilder() => Host.CreateDefaultBuilder().ConfigureWebHostDefaults(web => web
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureServices(services => services.AddHttpClient("upstream", client => client.BaseAddress = upstream))
        .Configure(app => app.Run(async context =>
        {
            var client = context.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("upstream");
            await context.Response.WriteAsync(await client.GetStringAsync(context.Request.Path));
        })));
}
