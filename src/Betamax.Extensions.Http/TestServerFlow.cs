using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Betamax.Extensions.Http;

/// <summary>
/// Makes the test's recorder current inside ASP.NET Core's TestServer, which by default runs requests outside the async flow of
/// their caller. TestServer comes in a package for tests only, so its options are found by name.
/// </summary>
internal static class TestServerFlow
{
    private const string TestServerOptions = "Microsoft.AspNetCore.TestHost.TestServerOptions, Microsoft.AspNetCore.TestHost";
    private const string OnlyInTests = "An application that is trimmed or compiled ahead of time contains no TestServer.";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("Trimming", "IL2071", Justification = OnlyInTests)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OnlyInTests)]
    public static void Preserve(IServiceCollection services)
    {
        if (Type.GetType(TestServerOptions) is { IsValueType: false } options)
        {
            services.AddSingleton(
                typeof(IConfigureOptions<>).MakeGenericType(options), typeof(SetPreserveExecutionContext<>).MakeGenericType(options));
        }
    }

    private sealed class SetPreserveExecutionContext<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>
        : IConfigureOptions<TOptions>
        where TOptions : class
    {
        public void Configure(TOptions options) => typeof(TOptions).GetProperty("PreserveExecutionContext")?.SetValue(options, true);
    }
}
