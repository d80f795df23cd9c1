using Microsoft.Extensions.Logging;

namespace Betamax.Extensions.Http;

/// <summary>Logs one line for each request, in the category <c>Betamax</c>.</summary>
internal sealed partial class RequestLog(ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(nameof(Betamax));

    public void Write(HandledRequest request)
    {
        var level = GetLevel(request.Outcome);
        if (_logger.IsEnabled(level))
        {
            LogHandled(level, request.Outcome, request.Method, request.Uri, request.CassettePath ?? "no cassette");
        }
    }

    private static LogLevel GetLevel(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Played or RequestOutcome.Passed => LogLevel.Debug,
        RequestOutcome.NotRecorded => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    [LoggerMessage(EventId = 1, EventName = "Request", Message = "{Outcome}: {Method} {Uri} ({Cassette})")]
    private partial void LogHandled(LogLevel level, RequestOutcome outcome, string method, string uri, string cassette);
}
