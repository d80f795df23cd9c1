using System.Text;

namespace Betamax.Tests.Formats;

public sealed class PythonJsonTests
{
    private const string Dump = """
        import json, sys
        for path in sys.argv[1:]:
            with open(path, "rb") as file:
                text = json.dumps(json.loads(file.read()), indent=2, ensure_ascii=False) + "\n"
            with open(path + ".python", "wb") as file:
                file.write(text.encode("utf-8"))
        """;

    [Fact]
    public async Task Every_character_is_written_as_Python_writes_it()
    {
        var text = new StringBuilder();
        for (var character = 0; character < 0x3000; character++)
        {
            text.Append((char)character);
        }

        text.Append("\uFEFF\uFFFD\uFFFF\U0001F600\U0010FFFF");
        var body = RecordedBody.FromText(text.ToString());
        var interaction = new Interaction(
            new("POST", text.ToString()) { Body = body, Headers = RecordedHeaders.Empty.With(text.ToString(), "v").With("none") },
            new(200, null, "u") { Body = RecordedBody.FromBytes(body.Bytes, "latin-1") });

        await Matches([CassetteText.SaveBytes(new Cassette([interaction])), CassetteText.SaveBytes(new Cassette([])), UnknownMembers()]);
    }

    [Fact]
    public async Task Real_cassettes_are_written_as_Python_writes_them() =>
        await Matches([.. RealCassettes.Find().Select(path => CassetteText.SaveBytes(Cassette.Load(path)))]);

    private static byte[] UnknownMembers() => CassetteText.SaveBytes(CassetteText.Read(CassetteText.Create(
        more: """, "x": [1, 1.5, -3, {}, [], [[]], {"a": {"\u00e9": "\u001f\/", "b": [true, false, null]}}], "y": "\ud83d\ude00" """)));

    private static async Task Matches(IReadOnlyList<byte[]> cassettes)
    {
        var folder = Directory.CreateTempSubdirectory("betamax");
        try
        {
            var paths = cassettes.Select((_, index) => Path.Combine(folder.FullName, $"{index}.json")).ToArray();
            for (var index = 0; index < paths.Length; index++)
            {
                await File.WriteAllBytesAsync(paths[index], cassettes[index], TestContext.Current.CancellationToken);
            }

            await Python.Run(Dump, paths);
            for (var index = 0; index < paths.Length; index++)
            {
                Assert.Equal(
                    Encoding.UTF8.GetString(await File.ReadAllBytesAsync(paths[index] + ".python", TestContext.Current.CancellationToken)),
                    Encoding.UTF8.GetString(cassettes[index]));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
