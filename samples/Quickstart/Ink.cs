namespace Quickstart;

/// <summary>Colour on a terminal that wants it (https://no-color.org), plain text everywhere else.</summary>
internal static class Ink
{
    private static readonly bool IsOn =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void WriteLine(ConsoleColor? colour, string text)
    {
        if (IsOn && colour is { } visible)
        {
            Console.ForegroundColor = visible;
            Console.WriteLine(text);
            Console.ResetColor();
        }
        else
        {
            Console.WriteLine(text);
        }
    }
}
