using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Ejecting a cassette that was recorded in this run, compared with writing the same file with <see cref="Utf8JsonWriter"/>.</summary>
internal static class Ejecting
{
    private const int BufferSize = 64 * 1024;

    public static Question Of(Tapes tapes, int length)
    {
        var cassette = Cassette.Load(tapes.PathOf(tapes.Of(length)));
        string[] uris = [.. Enumerable.Range(0, length).Select(Exchanges.UriOf)];
        var answers = Playing.Answers(length, Exchanges.UriOf);
        return new(
            $"eject/{length}", 1,
            Side.Of("floor", () =>
            {
                Write(cassette, tapes.PathOf("floor"));
                return Task.CompletedTask;
            }),
            new Side("betamax", async () =>
            {
                File.Delete(tapes.PathOf("ejected"));
                var recorder = tapes.Library.UseCassette("ejected");
                using var client = new HttpClient(recorder.CreateHandler(new DictionaryHandler(answers)));
                await Playing.GetAll(client, uris);
                return () =>
                {
                    recorder.Eject();
                    return Task.CompletedTask;
                };
            }))
        {
            MostTime = 1.5,
        };
    }

    private static void Write(Cassette cassette, string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
        using (var json = new Utf8JsonWriter(file, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("http_interactions");
            foreach (var interaction in cassette.Interactions)
            {
                Write(json, interaction);
                json.Flush();
            }

            json.WriteEndArray();
            json.WriteString("recorded_with", "betamax-net/0.1.0");
            json.WriteEndObject();
        }

        file.Flush(flushToDisk: true);
    }

    private static void Write(Utf8JsonWriter json, Interaction interaction)
    {
        json.WriteStartObject();
        json.WriteStartObject("request");
        Write(json, interaction.Request.Body, interaction.Request.Headers);
        json.WriteString("method", interaction.Request.Method);
        json.WriteString("uri", interaction.Request.Uri);
        json.WriteEndObject();
        json.WriteStartObject("response");
        Write(json, interaction.Response.Body, interaction.Response.Headers);
        json.WriteStartObject("status");
        json.WriteNumber("code", interaction.Response.StatusCode);
        json.WriteString("message", interaction.Response.ReasonPhrase);
        json.WriteEndObject();
        json.WriteString("url", interaction.Response.Url);
        json.WriteEndObject();
        json.WriteString("recorded_at", interaction.RecordedAt!.Value.ToString("s", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RecordedBody body, RecordedHeaders headers)
    {
        json.WriteStartObject("body");
        json.WriteString("encoding", body.Encoding);
        json.WriteString("string", body.Bytes.Span);
        json.WriteEndObject();
        json.WriteStartObject("headers");
        foreach (var (name, values) in headers)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
