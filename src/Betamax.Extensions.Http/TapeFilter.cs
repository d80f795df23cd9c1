using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Betamax.Extensions.Http;

/// <summary>
/// Puts the tape over the primary handler of each client that has one: below every other handler, the factory's own
/// logging among them.
/// </summary>
internal sealed class TapeFilter : IHttpMessageHandlerBuilderFilter
{
    private readonly IOptionsMonitor<TapeOptions> _options;
    private readonly Lazy<RequestLog> _log;

    public TapeFilter(IOptionsMonitor<TapeOptions> options, IServiceProvider services)
    {
        _options = options;

        // Only when it is needed: a logger may itself use the factory that this filter is made for.
        _log = new(() => new(services.GetRequiredService<ILoggerFactory>()));
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (_options.Get(builder.Name).PutTapeOver is { } putTapeOver)
        {
            builder.PrimaryHandler = putTapeOver(builder.PrimaryHandler, request => _log.Value.Write(request));
        }
    };
}
