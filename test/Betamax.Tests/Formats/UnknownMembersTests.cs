namespace Betamax.Tests.Formats;

public sealed class UnknownMembersTests
{
    private const string Canonical = """
        {
          "first": {},
          "http_interactions": [
            {
              "id": [],
              "request": {
                "body": {
                  "encoding": "utf-8",
                  "note": 1.50,
                  "string": "",
                  "after": -0
                },
                "was": null,
                "headers": {},
                "method": "GET",
                "uri": "u",
                "tail": true
              },
              "between": "é\"<",
              "response": {
                "body": {
                  "encoding": null,
                  "base64_string": "AA==",
                  "length": 1
                },
                "headers": {},
                "status": {
                  "class": 2,
                  "code": 200,
                  "why": [
                    1e400,
                    {
                      "a": 1,
                      "a": 2
                    },
                    []
                  ],
                  "message": "OK"
                },
                "http_version": null,
                "url": "u"
              },
              "recorded_at": "2013-09-28T01:25:38",
              "half": "\ud83d"
            }
          ],
          "recorded_with": "VCR 6.0",
          "adapter_metadata": {
            "deep": [
              [
                {}
              ]
            ]
          }
        }

        """;

    [Fact]
    public void They_are_written_back_in_their_place_at_every_level()
    {
        var canonical = Canonical.ReplaceLineEndings("\n");

        Assert.Equal(canonical, CassetteText.Save(CassetteText.Read(canonical)));
    }

    [Fact]
    public void They_are_written_in_the_layout_of_the_format_with_readable_text()
    {
        var saved = CassetteText.Save(CassetteText.Read("""{ "http_interactions": [ ], "\u0078" : [1 , {"k\u0065y":"\u00e9\/"} ] }"""));

        Assert.StartsWith(
            "{\n  \"http_interactions\": [],\n  \"x\": [\n    1,\n    {\n      \"key\": \"é/\"\n    }\n  ],\n", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_follows_an_old_form_of_a_known_key_follows_the_new_form()
    {
        var saved = CassetteText.Save(CassetteText.Read(CassetteText.Create(response: """{"headers": {}, "status_code": 200, "x": 1, "url": "u"}""")));

        Assert.Contains("\"message\": null\n        },\n        \"x\": 1,\n        \"url\": \"u\"", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_twice_is_kept_twice() =>
        Assert.Equal(2, CassetteText.Read("""{"http_interactions": [], "x": 1, "x": 2}""").Unknown.All.Count);

    [Fact]
    public void A_case_other_than_the_formats_makes_a_key_unknown() =>
        Assert.Equal("Method", Assert.Single(CassetteText.ReadOne(request: """{"headers": {}, "method": "a", "Method": "b", "uri": "u"}""").Request.Unknown.All).Name);

    [Fact]
    public void They_count_when_interactions_are_compared()
    {
        Assert.Equal(CassetteText.ReadOne(more: ", \"x\": [1,2]"), CassetteText.ReadOne(more: ", \"x\": [1, 2]"));
        Assert.NotEqual(CassetteText.ReadOne(more: ", \"x\": 1"), CassetteText.ReadOne(more: ", \"x\": 2"));
        Assert.NotEqual(CassetteText.ReadOne(more: ", \"x\": 1"), CassetteText.ReadOne());
    }
}
