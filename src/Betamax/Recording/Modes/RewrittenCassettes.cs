using System.Collections.Concurrent;
using Betamax.Storage;

namespace Betamax.Recording.Modes;

/// <summary>
/// The cassettes that this process has written in the mode <see cref="RecordMode.Rewrite"/>. A cassette that is opened again
/// is not begun again.
/// </summary>
internal static class RewrittenCassettes
{
    private static readonly ConcurrentDictionary<object, bool> Cassettes = new();

    public static void Add(CassetteStore store) => Cassettes[store.Identity] = true;

    public static bool Contains(CassetteStore store) => Cassettes.ContainsKey(store.Identity);
}
