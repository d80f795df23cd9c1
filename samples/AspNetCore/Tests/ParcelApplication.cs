using Betamax;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Parcels.Tests;

/// <summary>The application, shared by all tests. Its requests use the cassette of the running test.</summary>
public sealed class ParcelApplication : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddBetamax(NoRecorderBehavior.Refuse));
}
