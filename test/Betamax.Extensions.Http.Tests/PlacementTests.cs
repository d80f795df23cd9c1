using System.Net;
using Betamax.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Betamax.Extensions.Http.Tests;

/// <summary>The recorder sits directly above the primary handler, whatever is added before or after it.</summary>
public sealed class PlacementTests
{
    [Fact]
    public async Task Handlers_run_above_the_tape_wherever_they_are_added()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("handlers");
            MarkingHandler before = new("before"), after = new("after"), byDefault = new("default");
            var services = new ServiceCollection();
            services.AddHttpClient("api").AddHttpMessageHandler(() => before).AddBetamax(recorder).AddHttpMessageHandler(() => after);
            services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => byDefault));
            await services.Get("api", server.Address);

            Assert.Equal((1, 1, 1), (before.Requests, after.Requests, byDefault.Requests));
            Assert.Equal(
                ["default, before, after"],
                Assert.Single(recorder.Cassette.Interactions).Request.Headers[MarkingHandler.Header]);
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Handlers_of_other_filters_run_above_it_and_a_primary_handler_that_they_bring_below_it()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        using var recorder = library.Use("filters");
        var filter = new LateFilter();
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(filter);
        services.AddBetamax(recorder);

        await services.Get("api", server.Address);

        Assert.Equal(1, filter.Primary.Requests);
        var marks = Assert.Single(recorder.Cassette.Interactions).Request.Headers[MarkingHandler.Header];
        Assert.Equal(["additional"], marks);
    }

    [Fact]
    public async Task A_primary_handler_that_is_chosen_later_is_still_below_it_with_its_settings()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/next");
            }

            return Task.CompletedTask;
        });

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("primary");
            var services = new ServiceCollection();
            services.AddHttpClient("api").AddBetamax(recorder)
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
            await using var provider = services.BuildServiceProvider();
            using var response = await provider.Client("api").GetAsync(server.Address);

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Where_the_primary_handler_follows_redirects_the_caller_is_at_the_end_of_them_on_playback_too()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/next");
            }

            return context.Response.WriteAsync("there");
        });

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("redirect");
            var services = new ServiceCollection();
            services.AddHttpClient("api").AddBetamax(recorder);
            await using var provider = services.BuildServiceProvider();
            using var response = await provider.Client("api").GetAsync(server.Address);

            Assert.Equal("there", await response.Content.ReadAsStringAsync());
            Assert.Equal(server.At("/next"), response.RequestMessage!.RequestUri);
        }

        Assert.Equal(2, server.Requests.Count);
    }

#if NET10_0_OR_GREATER
    [Fact]
    public async Task Retries_of_the_standard_resilience_handler_are_each_on_the_tape()
    {
        using var library = new TemporaryLibrary();
        var asked = 0;
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) == 1 ? 503 : 200;
            return context.Response.WriteAsync($"{asked}");
        });

        foreach (var run in (string[])["recorded", "played"])
        {
            using var recorder = library.Use("resilience");
            var services = new ServiceCollection();
            services.AddBetamax(recorder);
            services.AddHttpClient("api").AddStandardResilienceHandler(options =>
            {
                options.Retry.Delay = TimeSpan.FromMilliseconds(1);
                options.Retry.UseJitter = false;
            });

            Assert.Equal("2", await services.Get("api", server.Address));
            Assert.Equal([503, 200], recorder.Cassette.Interactions.Select(one => one.Response.StatusCode));
        }

        Assert.Equal(2, server.Requests.Count);
    }
#endif

    /// <summary>Registered before Betamax. In the usual order it would therefore run later.</summary>
    private sealed class LateFilter : IHttpMessageHandlerBuilderFilter
    {
        public MarkingHandler Primary { get; } = new("primary") { InnerHandler = new SocketsHttpHandler() };

        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = Primary;
            builder.AdditionalHandlers.Add(new MarkingHandler("additional"));
        };
    }
}
