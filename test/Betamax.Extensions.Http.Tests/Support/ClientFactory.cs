using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Extensions.Http.Tests;

internal static class ClientFactory
{
    /// <summary>Builds a container and gets a URI with the named client.</summary>
    public static async Task<string> Get(this IServiceCollection services, string client, Uri uri)
    {
        await using var provider = services.BuildServiceProvider();
        return await provider.Client(client).GetStringAsync(uri);
    }

    public static HttpClient Client(this IServiceProvider provider, string name) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
