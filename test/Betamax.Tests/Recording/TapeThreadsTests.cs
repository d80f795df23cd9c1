using Betamax.Cassettes;
using Betamax.Recording;

namespace Betamax.Tests.Recording;

/// <summary>Two threads repeatedly request the same recording at the same moment.</summary>
public sealed class TapeThreadsTests
{
    private const int Recordings = 5_000;

    private static readonly Interaction[] Interactions =
        [.. Enumerable.Range(0, Recordings).Select(number => new Interaction(new("GET", Uri(number)), new(200, "OK", Uri(number))))];

    private int _arrived;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_recording_is_played_once_on_any_thread(bool oneHasTwoVariants)
    {
        var tape = TapeOf(repeats: false);

        var played = await PlayAll(tape, oneHasTwoVariants);

        Assert.All(played[0].Zip(played[1]).Select(pair => pair.First ?? pair.Second), Assert.NotNull);
        Assert.Equal(Recordings, played.Sum(one => one.OfType<Interaction>().Count()));
        AssertUsedUp(tape);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_repeats_both_are_answered_and_each_recording_is_used_up(bool oneHasTwoVariants)
    {
        var tape = TapeOf(repeats: true);

        var played = await PlayAll(tape, oneHasTwoVariants);

        Assert.Equal(Interactions, played[0]);
        Assert.Equal(Interactions, played[1]);
        AssertUsedUp(tape);
    }

    [Fact]
    public async Task A_used_recording_always_names_the_request_that_used_it()
    {
        var tape = TapeOf(repeats: false);

        await Task.WhenAll(Task.Run(() => PlayAll(tape, Play)), Task.Run(() => PlayAll(tape, LookFor)));

        AssertUsedUp(tape);
    }

    private static Tape TapeOf(bool repeats) => new(Interactions, [RequestMatchers.Method, RequestMatchers.Uri], repeats);

    private static void AssertUsedUp(Tape tape)
    {
        Assert.Equal(Enumerable.Range(0, Recordings), tape.PlayedFor.Keys.Order());
        Assert.Equal(Recordings, tape.PlayedFor.Values.Distinct().Count());
    }

    private async Task<Interaction?[][]> PlayAll(Tape tape, bool oneHasTwoVariants) => await Task.WhenAll(
        Task.Run(() => PlayAll(tape, Play)),
        Task.Run(() => PlayAll(tape, oneHasTwoVariants ? PlayInTwoVariants : Play)));

    private Interaction?[] PlayAll(Tape tape, Func<Tape, RecordedRequest, Interaction?> play)
    {
        var played = new Interaction?[Recordings];
        for (var number = 0; number < Recordings; number++)
        {
            var asked = new RecordedRequest("GET", Uri(number));
            Interlocked.Increment(ref _arrived);
            SpinWait.SpinUntil(() => Volatile.Read(ref _arrived) >= 2 * (number + 1));
            played[number] = play(tape, asked);
        }

        return played;
    }

    private static Interaction? Play(Tape tape, RecordedRequest asked) => Play(tape, new RequestVariants(asked));

    private static Interaction? Play(Tape tape, RequestVariants variants) =>
        tape.Take(variants) is { } position ? tape.Playable[position] : null;

    private static Interaction? PlayInTwoVariants(Tape tape, RecordedRequest asked) =>
        Play(tape, new RequestVariants(asked, asked with { Headers = RecordedHeaders.Empty.With("Authorization", Redaction.Replacement) }));

    // As a refusal does.
    private static Interaction? LookFor(Tape tape, RecordedRequest asked)
    {
        var used = tape.FindUsedUp(new(asked));
        Assert.True(used.Count == 0 || tape.PlayedFor.ContainsKey(used[0]));
        return null;
    }

    private static string Uri(int number) => $"http://host/{number}";
}
