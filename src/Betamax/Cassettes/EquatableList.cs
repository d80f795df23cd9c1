using System.Collections;

namespace Betamax.Cassettes;

/// <summary>A list that equals another one with equal items, so that records that hold it compare by value.</summary>
internal sealed class EquatableList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public static readonly EquatableList<T> Empty = new([]);

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is EquatableList<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => items.Count;
}
