using System.Collections.Concurrent;
using Betamax.Tests.Storage;

namespace Betamax.Tests.Recording;

/// <summary>Opening and ejecting without blocking the caller.</summary>
public sealed class AsynchronousUseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_cassette_is_recorded_and_played_without_blocking()
    {
        using var temporary = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var library = new CassetteLibrary(temporary.Directory);

        await using (var recorder = await library.UseCassetteAsync("a"))
        {
            await recorder.GetAll(server.At("/1"));
        }

        await using (var recorder = await library.UseCassetteAsync("a", options => options with { RecordMode = RecordMode.None }))
        {
            Assert.Equal(["1"], await recorder.GetAll(server.At("/1")));
            await recorder.EjectAsync();
        }

        Assert.Equal(["a.json"], temporary.Files);
    }

    [Fact]
    public async Task The_recorder_is_current_in_the_flow_of_its_caller_until_it_is_ejected()
    {
        using var temporary = new TemporaryLibrary();
        var library = new CassetteLibrary(temporary.Directory);

        var outer = await library.UseCassetteAsync("outer");
        Assert.Same(outer, Recorder.Current);
        var opening = library.UseCassetteAsync("inner");
        var inner = await opening;
        Assert.Same(inner, Recorder.Current);
        await Task.Run(() => Assert.Same(inner, Recorder.Current));

        await inner.EjectAsync();
        Assert.Same(outer, Recorder.Current);
        await outer.DisposeAsync();
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task While_a_cassette_is_opened_the_outer_recorder_is_current_and_the_caller_goes_on()
    {
        var storage = new SlowStorage();
        var library = new CassetteLibrary(storage);
        await using var outer = await library.UseCassetteAsync("outer");
        storage.Hold();

        var opening = library.UseCassetteAsync("inner");

        Assert.False(opening.IsCompleted);
        Assert.Same(outer, Recorder.Current);
        storage.Release();
        await using var inner = await opening;
        Assert.Same(inner, Recorder.Current);
    }

    [Fact]
    public async Task A_cassette_that_cannot_be_opened_leaves_the_outer_recorder_current()
    {
        using var temporary = new TemporaryLibrary();
        temporary.Write("broken", "no cassette");
        var library = new CassetteLibrary(temporary.Directory);
        await using var outer = await library.UseCassetteAsync("outer");

        await Assert.ThrowsAsync<CassetteFormatException>(() => library.UseCassetteAsync("broken"));
        await Assert.ThrowsAsync<CassetteNotFoundException>(
            () => library.UseCassetteAsync("missing", options => options with { RecordMode = RecordMode.None }));
        Assert.Throws<ArgumentException>(() => { _ = library.UseCassetteAsync("../x"); });

        Assert.Same(outer, Recorder.Current);
    }

    [Fact]
    public async Task Opening_is_cancelled()
    {
        var storage = new SlowStorage();
        storage.Hold();
        using var cancellation = new CancellationTokenSource();

        var opening = new CassetteLibrary(storage).UseCassetteAsync("a", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task An_eject_does_not_block_while_the_storage_is_slow()
    {
        await using var server = await LoopbackServer.Counting();
        var storage = new SlowStorage();
        var library = new CassetteLibrary(storage);
        var recorder = await library.UseCassetteAsync("a");
        await recorder.GetAll(server.At("/1"));
        storage.Hold();

        var ejecting = recorder.EjectAsync();

        Assert.False(ejecting.IsCompleted);
        Assert.Null(Recorder.Current);
        storage.Release();
        await ejecting;
        Assert.Single((await library.LoadCassetteAsync("a")).Interactions);
    }

    [Fact]
    public async Task The_errors_of_an_eject_are_those_of_its_task()
    {
        using var temporary = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await temporary.Record("a", RecordMode.Once, server.At("/1"));
        var unused = temporary.Use("a", new CassetteOptions { AllowUnusedInteractions = false });
        var changed = temporary.Use("a", RecordMode.NewEpisodes);
        await changed.GetAll(server.At("/2"));
        temporary.Write("a", "{}");

        await Assert.ThrowsAsync<UnusedInteractionsException>(unused.EjectAsync);
        await Assert.ThrowsAsync<CassetteStorageException>(async () => await changed.DisposeAsync());
        await changed.EjectAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_synchronous_caller_does_not_deadlock_on_a_storage_that_continues_on_its_context(bool byScheduler)
    {
        await using var server = await LoopbackServer.Counting();
        var library = new CassetteLibrary(new SlowStorage());

        void Use()
        {
            using (var recorder = library.UseCassette("a", options => options with { RecordMode = RecordMode.NewEpisodes }))
            {
                using var client = recorder.CreateClient();
                using var response = client.Send(new(HttpMethod.Get, server.At("/1")));
                response.Content.ReadAsStream().CopyTo(Stream.Null);
            }

            Assert.Equal(["a"], library.ListCassettes());
            Assert.Single(library.LoadCassette("a").Interactions);
        }

        await (byScheduler ? OnScheduler(Use) : OnContext(Use)).WaitAsync(Patience);
    }

    [Fact]
    public async Task Before_stop_still_sees_the_recorder()
    {
        using var temporary = new TemporaryLibrary();
        var seen = new List<Recorder?>();
        var library = new CassetteLibrary(temporary.Directory, new CassetteOptions { BeforeStop = _ => seen.Add(Recorder.Current) });

        var first = library.UseCassette("a");
        first.Eject();
        var second = await library.UseCassetteAsync("a");
        await second.EjectAsync();
        var third = library.UseCassette("a");
        third.Discard();

        Assert.Equal([first, second, third], seen);
        Assert.Null(Recorder.Current);
    }

    private static Task OnScheduler(Action action) => Task.Factory.StartNew(
        action, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    private static Task OnContext(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new NeverRunsContext());
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        })
        { IsBackground = true }.Start();
        return done.Task;
    }

    /// <summary>The context of a thread that is blocked: what is posted to it waits for ever.</summary>
    private sealed class NeverRunsContext : SynchronizationContext
    {
        private readonly ConcurrentQueue<SendOrPostCallback> _posted = [];

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue(d);
    }
}
