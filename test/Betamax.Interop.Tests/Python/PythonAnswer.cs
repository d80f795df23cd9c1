using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Python;

/// <param name="Exchanges">The responses to each request: one per hop, the final response last.</param>
/// <param name="Cookies">The cookies of the session at the end.</param>
/// <param name="Error">The traceback if Python raised an exception.</param>
internal sealed record PythonAnswer(Seen[][] Exchanges, Dictionary<string, string> Cookies, string? Error);

/// <summary>The arguments of Python Betamax's <c>use_cassette</c>, with its names.</summary>
internal sealed record PythonOptions(string Record)
{
    public bool PreserveExactBodyBytes { get; init; }

    public string[] MatchRequestsOn { get; init; } = ["method", "uri"];

    public PythonPlaceholder[] Placeholders { get; init; } = [];
}

/// <param name="Placeholder">The text on the cassette.</param>
/// <param name="Replace">The value it stands for.</param>
internal sealed record PythonPlaceholder(string Placeholder, string Replace);

internal sealed class PythonException(string traceback) : Exception(traceback);
