namespace Quickstart;

/// <summary>Writes colours to a terminal unless NO_COLOR is set (https://no-color.org), and plain text elsewhere.</summary>
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
