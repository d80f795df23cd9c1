using System.Globalization;
using System.Text;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>How a request failed. Its keys are the library's own, so that others in these objects are passed over.</summary>
internal static class FailureJson
{
    public static RecordedFailure Read(ref JsonCursor cursor)
    {
        var time = 0;
        var errors = new List<RecordedError>();
        var start = cursor.EnterObject();
        while (cursor.NextMember())
        {
            if (cursor.IsAt(CassetteKey.After))
            {
                time = cursor.Integer(0, int.MaxValue);
            }
            else if (cursor.IsAt(CassetteKey.Errors))
            {
                cursor.EnterArray();
                while (cursor.NextItem())
                {
                    errors.Add(ReadError(ref cursor));
                }
            }
            else
            {
                _ = cursor.Anything();
            }
        }

        return errors.Count > 0
            ? new(TimeSpan.FromMilliseconds(time), errors)
            : throw cursor.Missing(CassetteKey.Errors, start);
    }

    public static void Write(JsonPen pen, RecordedFailure failure)
    {
        pen.StartObject();
        pen.Name(CassetteKey.After);
        pen.Literal(Encoding.ASCII.GetBytes(((long)failure.Time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)));
        pen.Name(CassetteKey.Errors);
        pen.StartArray();
        foreach (var error in failure.Errors)
        {
            WriteError(pen, error);
        }

        pen.EndArray();
        pen.EndObject();
    }

    private static RecordedError ReadError(ref JsonCursor cursor)
    {
        string? type = null, message = null, code = null;
        var start = cursor.EnterObject();
        while (cursor.NextMember())
        {
            if (cursor.IsAt(CassetteKey.Type))
            {
                type = cursor.Text();
            }
            else if (cursor.IsAt(CassetteKey.Message))
            {
                message = cursor.Text();
            }
            else if (cursor.IsAt(CassetteKey.Code))
            {
                code = cursor.TextOrNull();
            }
            else
            {
                _ = cursor.Anything();
            }
        }

        return new(type ?? throw cursor.Missing(CassetteKey.Type, start), message ?? "", code);
    }

    private static void WriteError(JsonPen pen, RecordedError error)
    {
        pen.StartObject();
        pen.Name(CassetteKey.Type);
        pen.Value(error.Type);
        pen.Name(CassetteKey.Message);
        pen.Value(error.Message);
        if (error.Code is not null)
        {
            pen.Name(CassetteKey.Code);
            pen.Value(error.Code);
        }

        pen.EndObject();
    }
}
