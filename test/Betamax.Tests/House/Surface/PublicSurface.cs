using System.Reflection;
using System.Text;

namespace Betamax.Tests.House.Surface;

/// <summary>Formats everything that users of an assembly can name, like C#. The order does not depend on the source.</summary>
internal static class PublicSurface
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append($"namespace {space.Key};\n");
            foreach (var type in space.OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append($"\n{TypeHeader.Of(type)}\n{{\n");
                text.AppendJoin("", MembersOf(type).Select(line => $"    {line}\n"));
                text.Append("}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> MembersOf(Type type) =>
        type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")},")
            : type.GetMembers(All)
                .Select(member => (Rank: RankOf(member), member.Name, Text: MemberText.Of(member)))
                .Where(member => member.Text is not null)
                .OrderBy(member => member.Rank)
                .ThenBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.Text, StringComparer.Ordinal)
                .Select(member => member.Text!);

    private static int RankOf(MemberInfo member) => member.MemberType switch
    {
        MemberTypes.Field => 0,
        MemberTypes.Constructor => 1,
        MemberTypes.Property => 2,
        MemberTypes.Event => 3,
        _ => 4,
    };
}
