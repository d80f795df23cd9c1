using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

public sealed class CookieTests
{
    [Theory]
    [InlineData("a=1", "b=2; HttpOnly", "c=\"3\"")]
    [InlineData("a=1; Path=/other", "b=2; Path=/folder")]
    [InlineData("a=1; Domain=example.org", "b=2; Domain=127.0.0.1")]
    [InlineData("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "b=2; Max-Age=0", "c=3; Max-Age=1000")]
    [InlineData("a=1; Secure", "b=2; SameSite=Lax")]
    [InlineData("", "=", "no-value", "a=1=2", "b b=1", "$c=3", "d=4")]
    [InlineData("a=1, b=2; Expires=Fri, 31 Dec 2100 23:59:59 GMT, c=3")]
    [InlineData("a=1", "a=2", "A=3")]
    public Task Cookies_are_kept_and_sent_as_live(params string[] cookies) =>
        ThreeRuns.Agree(Setting("/folder/set", cookies), async (caller, server) =>
        {
            await caller.Get(new(server, "/folder/set"));
            await caller.Get(new(server, "/folder/show"));
            await caller.Get(new(server, "/other/show"));
        });

    [Theory]
    [InlineData("own=1")]
    [InlineData("a=another; own=1")]
    public Task The_callers_own_cookies_are_sent_too(string own) =>
        ThreeRuns.Agree(Setting("/set", "a=1"), async (caller, server) =>
        {
            await caller.Send("GET", new(server, "/show"), null, ("Cookie", own));
            await caller.Get(new(server, "/set"));
            await caller.Send("GET", new(server, "/show"), null, ("Cookie", own));
            await caller.Send("GET", new(server, "/show"), null, ("Cookie", own), ("Cookie", "second=2"));
        });

    [Fact]
    public Task Cookies_are_sent_after_a_redirect() =>
        ThreeRuns.Agree(
            context => context.Request.Path == "/set" ? SetAndGoOn(context) : Show(context),
            async (caller, server) =>
            {
                await caller.Get(new(server, "/set"));
                await caller.Get(new(server, "/show"));
            });

    [Fact]
    public async Task Each_cookie_that_was_set_or_sent_is_on_the_cassette()
    {
        var tape = await ThreeRuns.Agree(
            context => context.Request.Path == "/set" ? SetAndGoOn(context) : Show(context),
            (caller, server) => caller.Get(new(server, "/set")));

        Assert.Equal(2, tape.Interactions.Count);
        Assert.Equal(["a=1", "b=2; path=/"], tape.Interactions[0].Response.Headers["Set-Cookie"]);
        Assert.False(tape.Interactions[0].Request.Headers.ContainsKey("Cookie"));
        Assert.Equal(["a=1; b=2"], tape.Interactions[1].Request.Headers["Cookie"]);
    }

    [Fact]
    public async Task A_caller_supplied_container_is_filled_on_playback_too()
    {
        var container = new System.Net.CookieContainer();
        var wiring = Wiring.Brought("own container", () => new SocketsHttpHandler { CookieContainer = container = new() });
        await ThreeRuns.Agree(
            context =>
            {
                if (context.Request.Path == "/start")
                {
                    context.Response.Redirect("/folder/end");
                }
                else
                {
                    context.Response.Headers.SetCookie = "a=1";
                }

                return Task.CompletedTask;
            },
            async (caller, server) =>
            {
                await caller.Get(new(server, "/start"));
                caller.Note(container.GetCookieHeader(new(server, "/folder/")));
                caller.Note(container.GetCookieHeader(new(server, "/")));
            },
            wirings: [wiring]);
    }

    private static RequestDelegate Setting(string path, params string[] cookies) => context =>
    {
        if (context.Request.Path == path)
        {
            context.Response.Headers.SetCookie = cookies;
        }

        return Show(context);
    };

    private static Task SetAndGoOn(HttpContext context)
    {
        context.Response.Headers.SetCookie = new(["a=1", "b=2; path=/"]);
        context.Response.Redirect("/show");
        return Task.CompletedTask;
    }

    private static Task Show(HttpContext context) => context.Response.WriteAsync($"{context.Request.Headers.Cookie}");
}
