namespace Quickstart;

internal sealed record Column(string Name, bool IsRight = false, int MaxWidth = int.MaxValue);

internal sealed record Row(string[] Cells, ConsoleColor? Colour = null);

/// <summary>Prints rows of text. Each column is as wide as its widest cell.</summary>
internal sealed class TextTable(params Column[] columns)
{
    private const string Gap = "  ";

    public void Write(IReadOnlyList<Row> rows)
    {
        var names = new Row([.. columns.Select(column => column.Name)]);
        int[] widths = [.. columns.Select((column, i) =>
            Math.Min(column.MaxWidth, rows.Append(names).Max(row => row.Cells[i].Length)))];

        WriteRow(names, widths);
        WriteRow(names with { Cells = [.. widths.Select(width => new string('-', width))] }, widths);
        foreach (var row in rows)
        {
            WriteRow(row, widths);
        }
    }

    private void WriteRow(Row row, int[] widths)
    {
        var cells = row.Cells.Select((cell, i) => Fit(cell, columns[i], widths[i]));
        Ink.WriteLine(row.Colour, (Gap + string.Join(Gap, cells)).TrimEnd());
    }

    private static string Fit(string cell, Column column, int width)
    {
        var half = (width - 3) / 2;
        var text = cell.Length <= width ? cell : $"{cell[..half]}...{cell[^half..]}";
        return column.IsRight ? text.PadLeft(width) : text.PadRight(width);
    }
}
