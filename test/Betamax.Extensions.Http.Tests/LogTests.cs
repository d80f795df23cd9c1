using System.Collections.Concurrent;
using Betamax.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Betamax.Extensions.Http.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Each_request_is_a_line_in_the_category_Betamax()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();

        var recorded = await LinesOf(library.Use("log"), client => client.GetStringAsync(server.At("/a")));
        var played = await LinesOf(library.Use("log"), client => client.GetStringAsync(server.At("/a")));
        var refused = await LinesOf(
            library.Use("log"), client => Assert.ThrowsAsync<UnhandledRequestException>(() => client.GetStringAsync(server.At("/b"))));
        var passed = await LinesOf(null, client => client.GetStringAsync(server.At("/a")));

        Assert.Equal([$"Information: Recorded: GET {server.At("/a")} ({library.PathOf("log")})"], recorded);
        Assert.Equal([$"Debug: Played: GET {server.At("/a")} ({library.PathOf("log")})"], played);
        Assert.Equal([$"Information: Refused: GET {server.At("/b")} ({library.PathOf("log")})"], refused);
        Assert.Equal([$"Debug: Passed: GET {server.At("/a")} (no cassette)"], passed);
    }

    [Fact]
    public async Task What_is_not_recorded_because_nobody_read_it_is_a_warning()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            for (var part = 0; part < 100; part++)
            {
                await context.Response.Body.WriteAsync(new byte[8192], context.RequestAborted);
            }
        });

        var lines = await LinesOf(library.Use("left", new CassetteOptions { Warn = _ => { } }), async client =>
        {
            using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);
        });

        Assert.Equal([$"Warning: NotRecorded: GET {server.Address} ({library.PathOf("left")})"], lines);
    }

    [Fact]
    public async Task No_secret_is_in_a_line()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { Placeholders = [new Placeholder("<TENANT>", "t3nant")] };

        var onTape = await LinesOf(library.Use("secret", options), client => client.GetStringAsync(server.At("/t3nant?api_key=s3cret")));
        var past = await LinesOf(null, client => client.GetStringAsync(server.At("/?api_key=s3cret")));

        Assert.Contains("/<TENANT>?api_key=<REDACTED> ", Assert.Single(onTape), StringComparison.Ordinal);
        Assert.Contains("/?api_key=<REDACTED> ", Assert.Single(past), StringComparison.Ordinal);
    }

    /// <summary>Returns the log lines of the requests, and ejects the recorder.</summary>
    private static async Task<IReadOnlyList<string>> LinesOf(Recorder? recorder, Func<HttpClient, Task> send)
    {
        using var log = new ListLoggerProvider();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        if (recorder is null)
        {
            services.AddBetamax();
        }
        else
        {
            services.AddBetamax(recorder);
        }

        // Eject waits for the rest of a response that was left. Its log must still exist then.
        await using var provider = services.BuildServiceProvider();
        using (recorder)
        {
            await send(provider.Client("api"));
        }

        return [.. log.Lines];
    }

    private sealed class ListLoggerProvider : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            categoryName == "Betamax" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
