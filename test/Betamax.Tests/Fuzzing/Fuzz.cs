using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Betamax.Tests.Fuzzing;

/// <summary>
/// Checks a property for generated cases: the same small set in each run, or new cases if <c>BETAMAX_FUZZ_CASES</c> sets
/// their number.
/// </summary>
internal static class Fuzz
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("BETAMAX_FUZZ_CASES");

    /// <summary>How many cases a run has, unless the variable says otherwise.</summary>
    public static int Cases(int bounded) => string.IsNullOrEmpty(Wanted)
        ? Thorough.Count(usual: bounded, thorough: bounded, onNet8: bounded / 10)
        : int.Parse(Wanted, CultureInfo.InvariantCulture);

    /// <summary>Checks edited copies of originals. A failing case is reduced and saved to a file.</summary>
    public static void Check(string what, IReadOnlyList<byte[]> originals, int bounded, Action<byte[]> property)
    {
        var edit = Gen.Choose(0, 1 << 30).Three().Select(numbers => new Edit(numbers.Item1, numbers.Item2, numbers.Item3));
        var cases =
            from original in Gen.Choose(0, originals.Count - 1)
            from count in Gen.Choose(1, 4)
            from edits in edit.ArrayOf(count)
            select new Edited(originals[original], edits);
        var file = Path.Combine(AppContext.BaseDirectory, $"failed-{what}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(Cases(bounded)).WithQuietOnSuccess(true);
        if (string.IsNullOrEmpty(Wanted))
        {
            config = config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(1, 3), FSharpOption<int>.None)));
        }

        FsCheck.Check.One(config, Prop.ForAll(Arb.From(cases, edited => edited.Smaller()), edited =>
        {
            var bytes = edited.Apply();
            try
            {
                property(bytes);
            }
            catch
            {
                File.WriteAllBytes(file, bytes);
                throw;
            }
        }));
    }

    private sealed record Edited(byte[] Original, Edit[] Edits)
    {
        public byte[] Apply() => Edits.Aggregate(Original, (bytes, edit) => edit.Apply(bytes));

        public IEnumerable<Edited> Smaller() =>
            Edits.Length == 1 ? [] : Edits.Select((_, left) => this with { Edits = [.. Edits.Where((_, index) => index != left)] });

        public override string ToString() => string.Join("; ", Edits.AsEnumerable());
    }
}
