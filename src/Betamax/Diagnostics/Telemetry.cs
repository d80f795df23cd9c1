using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Betamax.Diagnostics;

/// <summary>The activity source and the meter, for listeners such as OpenTelemetry.</summary>
internal static class Telemetry
{
    public const string Name = "Betamax";
    public const string OutcomeTag = "betamax.outcome";

    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(fieldCount: 3);

    public static ActivitySource Activities { get; } = new(Name, Version);

    public static Counter<long> Requests { get; } = new Meter(Name, Version).CreateCounter<long>(
        "betamax.requests", "{request}", "Requests that a recorder handled, by outcome.");

    public static string GetName(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Played => "played",
        RequestOutcome.Recorded => "recorded",
        RequestOutcome.Refused => "refused",
        RequestOutcome.Passed => "passed",
        _ => "not_recorded",
    };
}
