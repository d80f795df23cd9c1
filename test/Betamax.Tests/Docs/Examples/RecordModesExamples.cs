#pragma warning disable IDE0007, IDE0011 // An example spells types out and stays short, for a reader without an editor.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/record-modes.md, for the compiler to read.</summary>
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
