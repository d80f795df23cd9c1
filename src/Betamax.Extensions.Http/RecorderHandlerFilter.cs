using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Betamax.Extensions.Http;

/// <summary>
/// Puts the recorder's handler directly above the primary handler of each registered client. All other handlers run above it,
/// including the factory's own logging.
/// </summary>
internal sealed class RecorderHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    private readonly IOptionsMonitor<RecorderHandlerOptions> _options;
    private readonly Lazy<RequestLog> _log;

    public RecorderHandlerFilter(IOptionsMonitor<RecorderHandlerOptions> options, IServiceProvider services)
    {
        _options = options;

        // Lazy: a logger may itself use the client factory, which needs this filter.
        _log = new(() => new(services.GetRequiredService<ILoggerFactory>()));
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (_options.Get(builder.Name).Create is { } create)
        {
            builder.PrimaryHandler = create(builder.PrimaryHandler, request => _log.Value.Write(request));
        }
    };
}
