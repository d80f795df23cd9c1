using Betamax.Recording;

namespace Betamax.Tests.Recording;

public sealed class RecordModeTableTests
{
    private static readonly Dictionary<(RecordMode, CassetteState, bool Matched), RequestAction> Table = new()
    {
        [(RecordMode.Once, CassetteState.Missing, false)] = RequestAction.Record,
        [(RecordMode.Once, CassetteState.Missing, true)] = RequestAction.Record,
        [(RecordMode.Once, CassetteState.Unfinished, false)] = RequestAction.Record,
        [(RecordMode.Once, CassetteState.Unfinished, true)] = RequestAction.Play,
        [(RecordMode.Once, CassetteState.Complete, false)] = RequestAction.Refuse,
        [(RecordMode.Once, CassetteState.Complete, true)] = RequestAction.Play,
        [(RecordMode.Once, CassetteState.Outdated, false)] = RequestAction.Record,
        [(RecordMode.Once, CassetteState.Outdated, true)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Missing, false)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Missing, true)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Unfinished, false)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Unfinished, true)] = RequestAction.Play,
        [(RecordMode.NewEpisodes, CassetteState.Complete, false)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Complete, true)] = RequestAction.Play,
        [(RecordMode.NewEpisodes, CassetteState.Outdated, false)] = RequestAction.Record,
        [(RecordMode.NewEpisodes, CassetteState.Outdated, true)] = RequestAction.Record,
        [(RecordMode.None, CassetteState.Missing, false)] = RequestAction.Refuse,
        [(RecordMode.None, CassetteState.Missing, true)] = RequestAction.Play,
        [(RecordMode.None, CassetteState.Unfinished, false)] = RequestAction.Refuse,
        [(RecordMode.None, CassetteState.Unfinished, true)] = RequestAction.Play,
        [(RecordMode.None, CassetteState.Complete, false)] = RequestAction.Refuse,
        [(RecordMode.None, CassetteState.Complete, true)] = RequestAction.Play,
        [(RecordMode.None, CassetteState.Outdated, false)] = RequestAction.Refuse,
        [(RecordMode.None, CassetteState.Outdated, true)] = RequestAction.Play,
        [(RecordMode.All, CassetteState.Missing, false)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Missing, true)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Unfinished, false)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Unfinished, true)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Complete, false)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Complete, true)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Outdated, false)] = RequestAction.Record,
        [(RecordMode.All, CassetteState.Outdated, true)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Missing, false)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Missing, true)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Unfinished, false)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Unfinished, true)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Complete, false)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Complete, true)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Outdated, false)] = RequestAction.Record,
        [(RecordMode.Rewrite, CassetteState.Outdated, true)] = RequestAction.Record,
    };

    public static TheoryData<RecordMode, string, bool, string> Rows()
    {
        var rows = new TheoryData<RecordMode, string, bool, string>();
        foreach (var ((mode, tape, matched), action) in Table)
        {
            rows.Add(mode, tape.ToString(), matched, action.ToString());
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
    public void The_action_is_that_of_the_table(RecordMode mode, string tape, bool matched, string action) =>
        Assert.Equal(Enum.Parse<RequestAction>(action), RecordModeTable.Decide(mode, Enum.Parse<CassetteState>(tape), matched));

    [Theory]
    [MemberData(nameof(States))]
    public void A_mode_plays_and_records_as_the_table_says(RecordMode mode, string state)
    {
        var of = Enum.Parse<CassetteState>(state);

        Assert.Equal(Table[(mode, of, true)] == RequestAction.Play, RecordModeTable.Plays(mode, of));
        Assert.Equal(Table[(mode, of, false)] == RequestAction.Record, RecordModeTable.Records(mode, of));
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
