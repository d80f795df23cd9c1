using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(305)]
    [InlineData(307)]
    [InlineData(308)]
    public Task Each_method_is_redirected_by_its_own_rule(int status) =>
        ThreeRuns.Agree(To(status, "/end"), async (caller, server) =>
        {
            caller.SeesFinalMethod = false;
            foreach (var method in new[] { "GET", "HEAD", "DELETE", "OPTIONS" })
            {
                await caller.Send(method, new(server, "/start"));
            }
        });

    [Theory]
    [InlineData(301, "POST")]
    [InlineData(303, "PUT")]
    [InlineData(307, "POST")]
    [InlineData(308, "PATCH")]
    public Task A_redirect_drops_or_keeps_the_body(int status, string method) =>
        ThreeRuns.Agree(
            To(status, "/end"),
            (caller, server) =>
            {
                caller.SeesFinalMethod = false;
                return caller.Send(method, new(server, "/start"), new StringContent("body"));
            });

    [Theory]
    [InlineData("/end")]
    [InlineData("end?a=b")]
    [InlineData("end/?only=a-query")]
    [InlineData("../end")]
    [InlineData("{server}end#own")]
    [InlineData("//{host}/end")]
    [InlineData("/with a space/é")]
    [InlineData("/%C3%A9%2F")]
    [InlineData("")]
    public Task A_location_is_parsed_as_live(string location) =>
        ThreeRuns.Agree(
            context => To(302, location
                .Replace("{server}", $"http://{context.Request.Host}/", StringComparison.Ordinal)
                .Replace("{host}", $"{context.Request.Host}", StringComparison.Ordinal))(context),
            async (caller, server) =>
            {
                await caller.Get(new(server, "/folder/start"));
                await caller.Get(new(server, "/folder/start#fragment"));
            });

    [Fact]
    public Task A_redirect_without_a_location_is_the_response() =>
        ThreeRuns.Agree(To(302, null), (caller, server) => caller.Get(new(server, "/start")));

    [Theory]
    [InlineData("http://[")]
    [InlineData("//[")]
    [InlineData("http://")]
    [InlineData("http:///end")]
    public Task A_location_that_cannot_be_parsed_is_not_followed(string location) =>
        ThreeRuns.Agree(To(302, location), (caller, server) => caller.Get(new(server, "/start")), wirings: [Wiring.Own]);

    [Theory]
    [InlineData(50)]
    [InlineData(51)]
    public Task A_chain_ends_at_the_same_limit(int hops) =>
        ThreeRuns.Agree(Chain(hops), (caller, server) => caller.Get(new(server, "/0")));

    [Fact]
    public Task A_loop_ends_at_the_same_limit() =>
        ThreeRuns.Agree(
            context =>
            {
                context.Response.Redirect("/loop");
                return Task.CompletedTask;
            },
            (caller, server) => caller.Get(new(server, "/loop")),
            wirings: [Wiring.Own]);

    [Fact]
    public Task Credentials_are_not_sent_to_another_host() =>
        ThreeRuns.Agree(
            To(302, "/end"),
            (caller, server) => caller.Send("GET", new(server, "/start"), null, ("Authorization", "Bearer secret"), ("X-Own", "kept")));

    [Fact]
    public async Task Each_hop_of_the_recorders_client_is_recorded()
    {
        var tape = await ThreeRuns.Agree(Chain(2), (caller, server) => caller.Send("POST", new(server, "/0"), new StringContent("body")), wirings: [Wiring.Own]);

        Assert.Equal(
            ["POST /0 body 302 /0", "GET /1  302 /1", "GET /2  200 /2"],
            tape.Interactions.Select(interaction =>
                $"{interaction.Request.Method} {new Uri(interaction.Request.Uri).AbsolutePath} {interaction.Request.Body.Text} "
                + $"{interaction.Response.StatusCode} {new Uri(interaction.Response.Url).AbsolutePath}"));
    }

    /// <summary>Redirects every path except /end, which returns the received request.</summary>
    private static RequestDelegate To(int status, string? location) => async context =>
    {
        if (context.Request.Path.Value!.EndsWith("/start", StringComparison.Ordinal))
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location;
        }

        if (context.Response.StatusCode == 304)
        {
            return;
        }

        using var body = new StreamReader(context.Request.Body);
        await context.Response.WriteAsync(
            $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization} "
            + $"{context.Request.Headers["X-Own"]} {context.Request.ContentType} {await body.ReadToEndAsync()}");
    };

    private static RequestDelegate Chain(int hops) => context =>
    {
        var hop = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
        if (hop < hops)
        {
            context.Response.Redirect($"/{hop + 1}");
        }

        return context.Response.WriteAsync($"{hop}");
    };
}
