using Betamax.Recording;

namespace Betamax.Tests.Recording;

public sealed class DecisionTests
{
    private static readonly Dictionary<(RecordMode, CassetteState, bool Matched), Verdict> Table = new()
    {
        [(RecordMode.Once, CassetteState.Missing, false)] = Verdict.Record,
        [(RecordMode.Once, CassetteState.Missing, true)] = Verdict.Record,
        [(RecordMode.Once, CassetteState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.Once, CassetteState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.Once, CassetteState.Complete, false)] = Verdict.Refuse,
        [(RecordMode.Once, CassetteState.Complete, true)] = Verdict.Play,
        [(RecordMode.Once, CassetteState.Outdated, false)] = Verdict.Record,
        [(RecordMode.Once, CassetteState.Outdated, true)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Missing, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Missing, true)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.NewEpisodes, CassetteState.Complete, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Complete, true)] = Verdict.Play,
        [(RecordMode.NewEpisodes, CassetteState.Outdated, false)] = Verdict.Record,
        [(RecordMode.NewEpisodes, CassetteState.Outdated, true)] = Verdict.Record,
        [(RecordMode.None, CassetteState.Missing, false)] = Verdict.Refuse,
        [(RecordMode.None, CassetteState.Missing, true)] = Verdict.Play,
        [(RecordMode.None, CassetteState.Unfinished, false)] = Verdict.Refuse,
        [(RecordMode.None, CassetteState.Unfinished, true)] = Verdict.Play,
        [(RecordMode.None, CassetteState.Complete, false)] = Verdict.Refuse,
        [(RecordMode.None, CassetteState.Complete, true)] = Verdict.Play,
        [(RecordMode.None, CassetteState.Outdated, false)] = Verdict.Refuse,
        [(RecordMode.None, CassetteState.Outdated, true)] = Verdict.Play,
        [(RecordMode.All, CassetteState.Missing, false)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Missing, true)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Unfinished, true)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Complete, false)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Complete, true)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Outdated, false)] = Verdict.Record,
        [(RecordMode.All, CassetteState.Outdated, true)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Missing, false)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Missing, true)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Unfinished, false)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Unfinished, true)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Complete, false)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Complete, true)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Outdated, false)] = Verdict.Record,
        [(RecordMode.Rewrite, CassetteState.Outdated, true)] = Verdict.Record,
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

    public static TheoryData<RecordMode, string> States()
    {
        var states = new TheoryData<RecordMode, string>();
        foreach (var (mode, state) in Table.Keys.Select(row => (row.Item1, row.Item2)).Distinct())
        {
            states.Add(mode, state.ToString());
        }

        return states;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_verdict_is_that_of_the_table(RecordMode mode, string tape, bool matched, string verdict) =>
        Assert.Equal(Enum.Parse<Verdict>(verdict), Decision.Decide(mode, Enum.Parse<CassetteState>(tape), matched));

    [Theory]
    [MemberData(nameof(States))]
    public void A_mode_plays_and_records_as_the_table_says(RecordMode mode, string state)
    {
        var of = Enum.Parse<CassetteState>(state);

        Assert.Equal(Table[(mode, of, true)] == Verdict.Play, Decision.Plays(mode, of));
        Assert.Equal(Table[(mode, of, false)] == Verdict.Record, Decision.Records(mode, of));
    }

    [Fact]
    public void The_table_has_a_row_for_everything_that_can_be()
    {
        var all = from mode in Enum.GetValues<RecordMode>()
                  from tape in Enum.GetValues<CassetteState>()
                  from matched in new[] { false, true }
                  select (mode, tape, matched);

        Assert.Equal(all.ToHashSet(), Table.Keys.ToHashSet());
    }
}
