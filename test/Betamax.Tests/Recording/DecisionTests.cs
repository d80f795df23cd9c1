using Betamax.Recording;

namespace Betamax.Tests.Recording;

public sealed class DecisionTests
{
    private static readonly Dictionary<(RecordMode, TapeState, bool Matched), Verdict> Table = new()
    {
        [(RecordMode.Once, TapeState.Missing, false)] = Verdict.Record,
        [(RecordMode.Once, TapeState.Missing, true)] = Verdict.Record,
        [(RecordMode.Once, TapeState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.Once, TapeState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.Once, TapeState.Complete, false)] = Verdict.Refuse,
        [(RecordMode.Once, TapeState.Complete, true)] = Verdict.Play,
        [(RecordMode.Once, TapeState.Outdated, false)] = Verdict.Record,
        [(RecordMode.Once, TapeState.Outdated, true)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Missing, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Missing, true)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.NewEpisodes, TapeState.Complete, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Complete, true)] = Verdict.Play,
        [(RecordMode.NewEpisodes, TapeState.Outdated, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, TapeState.Outdated, true)] = Verdict.Record,
        [(RecordMode.None, TapeState.Missing, false)] = Verdict.Refuse,
        [(RecordMode.None, TapeState.Missing, true)] = Verdict.Play,
        [(RecordMode.None, TapeState.Unfinished, false)] = Verdict.Refuse,
        [(RecordMode.None, TapeState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.None, TapeState.Complete, false)] = Verdict.Refuse,
        [(RecordMode.None, TapeState.Complete, true)] = Verdict.Play,
        [(RecordMode.None, TapeState.Outdated, false)] = Verdict.Refuse,
        [(RecordMode.None, TapeState.Outdated, true)] = Verdict.Play,
        [(RecordMode.All, TapeState.Missing, false)] = Verdict.Record,
        [(RecordMode.All, TapeState.Missing, true)] = Verdict.Record,
        [(RecordMode.All, TapeState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.All, TapeState.Unfinished, true)] = Verdict.Record,
        [(RecordMode.All, TapeState.Complete, false)] = Verdict.Record,
        [(RecordMode.All, TapeState.Complete, true)] = Verdict.Record,
        [(RecordMode.All, TapeState.Outdated, false)] = Verdict.Record,
        [(RecordMode.All, TapeState.Outdated, true)] = Verdict.Record,
    };

    public static TheoryData<RecordMode, string, bool, string> Rows()
    {
        var rows = new TheoryData<RecordMode, string, bool, string>();
        foreach (var ((mode, tape, matched), verdict) in Table)
        {
            rows.Add(mode, tape.ToString(), matched, verdict.ToString());
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_verdict_is_that_of_the_table(RecordMode mode, string tape, bool matched, string verdict) =>
        Assert.Equal(Enum.Parse<Verdict>(verdict), Decision.For(mode, Enum.Parse<TapeState>(tape), matched));

    [Fact]
    public void The_table_has_a_row_for_everything_that_can_be()
    {
        var all = from mode in Enum.GetValues<RecordMode>()
                  from tape in Enum.GetValues<TapeState>()
                  from matched in new[] { false, true }
                  select (mode, tape, matched);

        Assert.Equal(all.ToHashSet(), Table.Keys.ToHashSet());
    }
}
