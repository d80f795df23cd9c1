namespace Betamax.Tests.House;

/// <summary>
/// The folders of src/Betamax are rooms, and dependencies between them run one way. A room is a folder, not a namespace, because
/// the public types of every room are in the namespace <c>Betamax</c>.
/// </summary>
public class ArchitectureTests
{
    private const string Root = "";

    /// <summary>The rooms whose types each room may use. All other uses are forbidden.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Http"] = [],
        ["Json"] = [],
        ["Files"] = [],
        ["Cassettes"] = ["Http"],
        ["Formats"] = ["Cassettes", "Http", "Json", "Files"],
        ["Matching"] = ["Cassettes", "Http", "Json"],
        ["Secrets"] = ["Cassettes", "Http", "Json", "Formats"],
        ["Storage"] = ["Cassettes", "Formats", "Files"],
        ["Playback"] = ["Cassettes", "Http"],
        ["Diagnostics"] = ["Cassettes", "Secrets"],
        ["Recording"] = ["Cassettes", "Http", "Formats", "Matching", "Secrets", "Storage", "Playback", "Diagnostics"],
        [Root] = ["Cassettes", "Formats", "Storage", "Recording"],
        ["Testing"] = [Root, "Cassettes", "Recording"],
    };

    [Fact]
    public void The_arrows_between_the_rooms_run_one_way()
    {
        var back =
            from arrow in Arrows()
            let room = RoomOf(arrow.From)
            let home = RoomOf(arrow.To)
            where room != home && !MayName.GetValueOrDefault(room, []).Contains(home)
            select $"{arrow.File} names {arrow.Type}, which lives in src/Betamax/{arrow.To}";

        SourceTree.AssertNone(back);
    }

    [Fact]
    public void No_folder_depends_on_one_that_depends_on_it()
    {
        var arrows = Arrows().Where(arrow => arrow.From != arrow.To).ToList();
        var reached = arrows.GroupBy(arrow => arrow.From).ToDictionary(from => from.Key, from => from.Select(arrow => arrow.To).ToHashSet());
        foreach (var (through, from) in reached.Keys.SelectMany(through => reached.Keys.Select(from => (through, from))).ToList())
        {
            if (reached[from].Contains(through))
            {
                reached[from].UnionWith(reached[through]);
            }
        }

        SourceTree.AssertNone(
            from arrow in arrows
            where reached.TryGetValue(arrow.To, out var beyond) && beyond.Contains(arrow.From)
            select $"{arrow.File} names {arrow.Type} of src/Betamax/{arrow.To}, which leads back to src/Betamax/{arrow.From}");
    }

    [Fact]
    public void Every_folder_is_a_room_with_a_place_in_the_order()
    {
        var rooms = Files().Select(file => RoomOf(FolderOf(file))).Distinct();

        SourceTree.AssertNone(rooms.Except(MayName.Keys));
    }

    [Fact]
    public void A_type_is_in_the_namespace_of_its_folder_or_of_the_library()
    {
        SourceTree.AssertNone(
            from file in Files()
            let folders = file.RelativePath.Split('/')[1..^1]
            let space = TypeNames.NamespaceOf(file.Tokens)
            where space != "Betamax" && space != string.Join('.', folders)
            select $"{file.RelativePath} is in the namespace {space}");
    }

    /// <summary>Finds every use of a type: the using folder, the type and its folder.</summary>
    private static IEnumerable<Arrow> Arrows()
    {
        var files = Files();
        var homes = files
            .SelectMany(file => TypeNames.DeclaredBy(file.Tokens), (file, type) => (type, Folder: FolderOf(file)))
            .ToLookup(declared => declared.type, declared => declared.Folder);
        return
            from file in files
            from type in TypeNames.UsedBy(file.Tokens).Distinct()
            from home in homes[type].Distinct()
            select new Arrow(file.RelativePath, FolderOf(file), type, home);
    }

    private static List<SourceFile> Files() => [.. SourceTree.FindOrSkip().CSharpFiles("src/Betamax")];

    /// <summary>The folder of a file below src/Betamax: <c>Recording/Traffic</c>; empty for the root.</summary>
    private static string FolderOf(SourceFile file) => string.Join('/', file.RelativePath.Split('/')[2..^1]);

    private static string RoomOf(string folder) => folder.Split('/')[0];

    /// <summary>A file of one folder uses a type of another.</summary>
    private sealed record Arrow(string File, string From, string Type, string To);
}
