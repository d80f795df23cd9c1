#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/record-modes.md. They are compiled.</summary>
internal static class RecordModesExamples
{
    public static CassetteOptions Expiry()
    {
        var options = new CassetteOptions
        {
            ReRecordInterval = TimeSpan.FromDays(90),
            OnExpired = ExpiryAction.WarnAndPlay,
        };

        return options;
    }
}
