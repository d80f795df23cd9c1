using System.Text.RegularExpressions;
using Betamax.Tests.Formats;
using Betamax.Tests.Secrets.Leaks;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Secrets;

/// <summary>Placeholders, redaction and the leak scan on recordings that exist already, without any recorder.</summary>
public sealed partial class ExistingCassetteTests
{
    private const string Key = "v4lue-of-the-key";

    private static readonly Interaction Login = new(
        new("POST", $"https://host/login?token=t0ken&user={Key}") { Body = RecordedBody.FromText("""{"password":"p4ss","mine":"acme_1234"}""") },
        new(200, "OK", "https://host/login")
        {
            Headers = new([new("X-Trace", ["from acme_5678"])]),
            Body = RecordedBody.FromText($"the key {Samples.GitHub}"),
        });

    [Fact]
    public void Redaction_is_applied_to_an_interaction_and_to_a_cassette()
    {
        var redacted = Redaction.Default.Apply(Login);

        Assert.Equal($"https://host/login?token=<REDACTED>&user={Key}", redacted.Request.Uri);
        Assert.Equal("""{"password":"<REDACTED>","mine":"acme_1234"}""", redacted.Request.Body.Text);
        Assert.Equal([redacted, redacted], Redaction.Default.Apply(new Cassette([Login, Login])).Interactions);
        Assert.Equal("betamax/0.9", Redaction.Default.Apply(new Cassette([Login], "betamax/0.9")).RecordedWith);
    }

    [Fact]
    public void Texts_of_placeholders_are_not_redacted()
    {
        Placeholder[] placeholders = [new("<TOKEN>", "t0ken")];
        var hidden = new PlaceholderSet(placeholders).Hide(Login);

        Assert.Contains("token=<TOKEN>", Redaction.Default.Apply(hidden, placeholders).Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Redacting_twice_is_the_same_as_once()
    {
        foreach (var interaction in RealCassettes.Find().Take(60).SelectMany(path => Cassette.Load(path).Interactions))
        {
            var once = Redaction.Default.Apply(interaction);

            Assert.Same(once, Redaction.Default.Apply(once));
        }
    }

    [Fact]
    public void Placeholders_hide_values_and_reveal_them_again()
    {
        var placeholders = new PlaceholderSet([new("<KEY>", Key)]);
        var cassette = new Cassette([Login, Login]);

        var hidden = placeholders.Hide(cassette);

        Assert.EndsWith("user=<KEY>", hidden.Interactions[1].Request.Uri, StringComparison.Ordinal);
        Assert.Equal(cassette.Interactions, placeholders.Reveal(hidden).Interactions);
        Assert.Equal(placeholders.Hide(Login), hidden.Interactions[0]);
        Assert.Equal(Login, placeholders.Reveal(hidden.Interactions[0]));
    }

    [Fact]
    public void The_scan_finds_leaks_with_the_positions_of_their_interactions()
    {
        var leaks = new LeakScan([new("<KEY>", Key)]).Find(new Cassette([Redaction.Default.Apply(Login), Login]));

        Assert.Equal(
            [
                ("placeholder-value", "request URI", 0), ("github-token", "response body at byte 8", 0),
                ("placeholder-value", "request URI", 1), ("github-token", "response body at byte 8", 1),
            ],
            leaks.Select(leak => (leak.Rule, leak.Place, leak.InteractionIndex)));
        Assert.Equal(leaks.Take(2), new LeakScan([new("<KEY>", Key)]).Find(Redaction.Default.Apply(Login)));
        Assert.Empty(new LeakScan(allowed: ["github-token"]).Find(Login));
        Assert.Contains("github-token", LeakScan.RuleNames);
    }

    [Fact]
    public void A_custom_redaction_rule_is_applied_to_every_text()
    {
        foreach (var redaction in new[] { Redaction.None.Add(new AcmeKeys()), Redaction.None.Add(text => AcmeKey().Replace(text, Redaction.Replacement)) })
        {
            var failed = Login with { Response = Login.Response with { Failure = new(TimeSpan.Zero, [new("IOException", "acme_9")]) } };

            var redacted = redaction.Apply(failed);

            Assert.Equal("""{"password":"p4ss","mine":"<REDACTED>"}""", redacted.Request.Body.Text);
            Assert.Equal(["from <REDACTED>"], redacted.Response.Headers["X-Trace"]);
            Assert.Equal("<REDACTED>", redacted.Response.Failure!.Errors[0].Message);
            Assert.Same(redacted, redaction.Apply(redacted));
        }
    }

    [Fact]
    public async Task A_request_that_a_custom_rule_redacts_is_still_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync("acme_1 is yours"));
        var options = new CassetteOptions { Redaction = Redaction.Default.Add(new AcmeKeys()) };
        await using (var recorder = library.Use("a", options))
        {
            await recorder.GetAll(server.At("/acme_1?key=acme_2"));
        }

        await using var player = library.Use("a", options with { RecordMode = RecordMode.None });

        Assert.Equal(["<REDACTED> is yours"], await player.GetAll(server.At("/acme_3?key=acme_4")));
        Assert.DoesNotContain("acme_", await File.ReadAllTextAsync(library.PathOf("a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_leak_rule_keeps_a_secret_off_the_disk()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync($"é {Samples.Base64("acme_1")} acme_1"));
        var options = new CassetteOptions { LeakRules = [new("acme-key", AcmeKey()), new("never", text => -1)] };
        var recorder = library.Use("a", options);
        await recorder.GetAll(server.At("/"));

        var leak = Assert.Single(Assert.Throws<SecretLeakException>(recorder.Eject).Leaks);

        Assert.Equal(("acme-key", "response body at byte 12"), (leak.Rule, leak.Place));
        Assert.DoesNotContain("a.json", library.Files);
        Assert.Empty(new LeakScan(allowed: ["acme-key", "github-token"], rules: options.LeakRules).Find(Login));
    }

    [Fact]
    public void A_custom_leak_rule_gets_decoded_texts()
    {
        var scan = new LeakScan(rules: [new LeakRule("acme-key", text => text.IndexOf("acme_", StringComparison.Ordinal))]);

        Assert.Equal("request URI", Assert.Single(scan.Find(Login with { Request = new("GET", $"http://host/{Samples.Base64("the acme_1234")}"), Response = new(200, "OK", "") })).Place);
        Assert.Equal("request URI", Assert.Single(scan.Find(Login with { Request = new("GET", "http://host/%61cme_1"), Response = new(200, "OK", "") })).Place);
    }

    [Fact]
    public void Rules_have_different_names()
    {
        Assert.Throws<ArgumentException>(() => new LeakScan(rules: [new LeakRule("jwt", text => -1)]));
        Assert.Throws<ArgumentException>(() => new LeakScan(rules: [new LeakRule("a", text => -1), new LeakRule("a", text => -1)]));
        Assert.Throws<ArgumentException>(() => new LeakRule(" ", text => -1));
    }

    private sealed class AcmeKeys : IRedactionRule
    {
        public string Redact(string text) => AcmeKey().Replace(text, Redaction.Replacement);
    }

    [GeneratedRegex("acme_[0-9]+")]
    private static partial Regex AcmeKey();
}
