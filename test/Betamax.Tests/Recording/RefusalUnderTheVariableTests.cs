using Betamax.Recording.Modes;
using static Betamax.Tests.Recording.RefusalScene;

namespace Betamax.Tests.Recording;

/// <summary>Like <see cref="RefusalTests"/>, but the environment variable sets the mode.</summary>
[Collection(nameof(RecordModeVariableTests))]
public sealed class RefusalUnderTheVariableTests : IDisposable
{
    [Fact]
    public async Task The_mode_of_the_variable()
    {
        await using var scene = await OnTape(Get("/films?page=1"));
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, "none");
        var refusal = await scene.Refuses(new CassetteOptions { RecordMode = RecordMode.NewEpisodes }, [Get("/films?page=2")]);

        Assert.Equal(RecordMode.None, refusal.RecordMode);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(RecordModeVariable.Name, null);
}
