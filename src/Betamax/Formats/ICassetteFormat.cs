namespace Betamax;

/// <summary>
/// How a cassette is written as a file: its extension, and how it is read and written. An implementation must be safe for
/// several threads. Betamax's own is <see cref="CassetteFormats.Betamax"/>.
/// </summary>
public interface ICassetteFormat
{
    /// <summary>The name of the format, for messages: <c>Betamax JSON</c>.</summary>
    string Name { get; }

    /// <summary>The extension of its files, with the dot: <c>.json</c>.</summary>
    string Extension { get; }

    /// <summary>Whether <see cref="Write"/> is supported. A format that can only be read cannot be recorded to.</summary>
    bool CanWrite { get; }

    /// <summary>
    /// Whether a file looks like one of this format. The answer may be wrong: only <see cref="Read"/> is certain.
    /// </summary>
    /// <param name="start">The first bytes of the file, at least 512 of them unless the file is shorter.</param>
    bool Recognizes(ReadOnlySpan<byte> start);

    /// <summary>Reads a cassette.</summary>
    /// <param name="stream">
    /// The stream, which is read to its end and stays open. It is not empty, unless its length is unknown.
    /// </param>
    /// <param name="path">The full path of the file, for errors; <see langword="null"/> if the stream is not a file.</param>
    /// <exception cref="CassetteFormatException">
    /// It is not a cassette of this format; the exception says where and why.
    /// </exception>
    Cassette Read(Stream stream, string? path);

    /// <summary>Writes a cassette. The same cassette must always give the same bytes.</summary>
    /// <param name="cassette">The cassette.</param>
    /// <param name="stream">The stream, which stays open.</param>
    /// <exception cref="NotSupportedException"><see cref="CanWrite"/> is <see langword="false"/>.</exception>
    void Write(Cassette cassette, Stream stream);
}
