using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;

namespace Betamax.Benchmarks.Rows;

/// <summary>The default redaction and the leak scan of freshly recorded interactions of 2 KiB.</summary>
internal static class Hiding
{
    private const string Name = "secrets";
    private const int Interactions = 500;
    private const double MostMicroseconds = 15;

    public static async Task<IReadOnlyList<Line>> Measure(Effort effort)
    {
        var secrets = new SecretFilter([], Redaction.Default);
        var side = new Side("betamax", () =>
        {
            var leaks = new LeakGuard(new LeakScan());
            Interaction[] recorded = [.. Enumerable.Range(0, Interactions).Select(number => Tapes.Interaction(number, Tapes.Get(number)))];
            return Task.FromResult(() =>
            {
                foreach (var interaction in recorded)
                {
                    leaks.Scan(secrets.Hide(interaction));
                }

                return Task.CompletedTask;
            });
        });
        await Rounds.Of(side, effort.WarmUp);
        var rounds = await Rounds.Of(side, effort.Time);
        var time = Spread.Of(rounds.Select(round => round.Time.TotalMicroseconds / Interactions));
        return
        [
            new(
                Name, side.Name, time.ToString("µs"), $"{rounds[^1].Allocated / Interactions} B", $"{MostMicroseconds} µs",
                time.Median <= MostMicroseconds),
        ];
    }
}
