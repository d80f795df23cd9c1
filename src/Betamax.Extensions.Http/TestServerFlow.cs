using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Betamax.Extensions.Http;

/// <summary>
/// ASP.NET Core's TestServer answers outside the async flow of its caller, so that no recorder of a test would be current
/// there, unless it is told to preserve that flow. It comes in a package for tests only, and so is found by its name.
/// </summary>
internal static class TestServerFlow
{
    private const string TestServerOptions = "Microsoft.AspNetCore.TestHost.TestServerOptions, Microsoft.AspNetCore.TestHost";
    private const string OnlyInTests = "An application that is trimmed or compiled ahead of time holds no TestServer.";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("Trimming", "IL2071", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OnlyInTests)]
    public static void Keep(IServiceCollection services)
    {
        if (Type.GetType(TestServerOptions) is { IsValueType: false } options)
        {
            services.AddSingleton(
                typeof(IConfigureOptions<>).MakeGenericType(options), typeof(Preserve<>).MakeGenericType(options));
        }
    }

    private sealed class Preserve<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>
        : IConfigureOptions<TOptions>
        where TOptions : class
    {
        public void Configure(TOptions options) => typeof(TOptions).GetProperty("PreserveExecutionContext")?.SetValue(options, true);
    }
}
