namespace Betamax.Tests.House;

/// <summary>
/// The folders of src/Betamax are rooms, and the arrows between them run one way. A room is known by its folder and not by
/// its namespace, because public types of every room stand in the namespace <c>Betamax</c>.
/// </summary>
public class ArchitectureTests
{
    private const string Root = "";

    /// <summary>Each room, and the rooms whose types its code may name. What is not said is forbidden.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Cassettes"] = [],
        ["Json"] = ["Cassettes"],
        ["Matching"] = ["Cassettes"],
        ["Secrets"] = ["Cassettes"],
        ["Playback"] = ["Cassettes"],
        ["Diagnostics"] = ["Cassettes", "Secrets"],
        ["Storage"] = ["Cassettes", "Json"],
        ["Recording"] = ["Cassettes", "Json", "Matching", "Secrets", "Playback", "Diagnostics", "Storage"],
        [Root] = ["Cassettes", "Json", "Matching", "Secrets", "Playback", "Diagnostics", "Storage", "Recording"],
        ["Testing"] = [Root],
    };

    /// <summary>
    /// The types at the root that stand on top of the rooms, so that only a room that stands on the root may name them. The
    /// others there, such as the options, are words that every room uses.
    /// </summary>
    private static readonly string[] OnTop = ["CassetteLibrary", "Recorder"];

    [Fact]
    public void The_arrows_between_the_rooms_run_one_way()
    {
        var files = SourceTree.FindOrSkip().CSharpFiles("src/Betamax").ToList();
        var roomOfType = RoomsOfTypes(files);

        var arrowsBack =
            from file in files
            let room = RoomOf(file)
            where room != Root
            from name in TypeNames.UsedBy(file.Tokens).Distinct()
            where roomOfType.ContainsKey(name)
            let home = roomOfType[name]
            where !IsKnownIn(room, home, name)
            select $"{file.RelativePath} names {name}, which lives in src/Betamax/{home}";

        var namespacesBack =
            from file in files
            let room = RoomOf(file)
            where room != Root
            from named in TypeNames.RoomsNamedBy(file.Tokens).Distinct()
            where MayName.ContainsKey(named) && !IsKnownIn(room, named, named)
            select $"{file.RelativePath} names the namespace Betamax.{named}";

        SourceTree.AssertNone(arrowsBack.Concat(namespacesBack));
    }

    [Fact]
    public void Every_folder_is_a_room_with_a_place_in_the_order()
    {
        var rooms = SourceTree.FindOrSkip().CSharpFiles("src/Betamax").Select(RoomOf).Distinct();

        SourceTree.AssertNone(rooms.Except(MayName.Keys));
    }

    [Fact]
    public void A_type_lives_in_the_namespace_of_its_folder_or_in_the_library_s()
    {
        var strays =
            from file in SourceTree.FindOrSkip().CSharpFiles("src/Betamax")
            let folders = file.RelativePath.Split('/')[1..^1]
            let space = TypeNames.NamespaceOf(file.Tokens)
            where space != "Betamax" && space != string.Join('.', folders)
            select $"{file.RelativePath} is in the namespace {space}";

        SourceTree.AssertNone(strays);
    }

    private static bool IsKnownIn(string room, string home, string name) =>
        (home == Root && !OnTop.Contains(name)) || home == room || MayName.GetValueOrDefault(room, []).Contains(home);

    /// <summary>Where each type lives. One with parts in several rooms lives in the lowest of them.</summary>
    private static Dictionary<string, string> RoomsOfTypes(IEnumerable<SourceFile> files)
    {
        var order = MayName.Keys.ToList();
        return files
            .SelectMany(file => TypeNames.DeclaredBy(file.Tokens), (file, name) => (Name: name, Room: RoomOf(file)))
            .GroupBy(type => type.Name)
            .ToDictionary(parts => parts.Key, parts => parts.Select(part => part.Room).MinBy(order.IndexOf)!);
    }

    /// <summary>The first folder below src/Betamax: src/Betamax/Json/Reading/X.cs is in Json.</summary>
    private static string RoomOf(SourceFile file) => file.RelativePath.Split('/') is [_, _, var room, _, ..] ? room : Root;
}
