using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Python;

/// <param name="Exchanges">For each request what came back, hop by hop, the final response last.</param>
/// <param name="Cookies">What the session's jar holds at the end.</param>
/// <param name="Error">The traceback where Python raised.</param>
internal sealed record PythonAnswer(Seen[][] Exchanges, Dictionary<string, string> Cookies, string? Error);

/// <summary>What Python Betamax takes in <c>use_cassette</c>, under its own names.</summary>
internal sealed record PythonOptions(string Record)
{
    public bool PreserveExactBodyBytes { get; init; }

    public string[] MatchRequestsOn { get; init; } = ["method", "uri"];

    public PythonPlaceholder[] Placeholders { get; init; } = [];
}

/// <param name="Placeholder">The text on the tape.</param>
/// <param name="Replace">The value that it stands for.</param>
internal sealed record PythonPlaceholder(string Placeholder, string Replace);

internal sealed class PythonException(string traceback) : Exception(traceback);
