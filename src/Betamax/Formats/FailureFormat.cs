using Betamax.Json;

namespace Betamax.Formats;

/// <summary>How a request failed. Only this library writes these objects, so unknown keys in them are dropped.</summary>
internal static class FailureFormat
{
    public static RecordedFailure Read(ref JsonReader reader)
    {
        var time = 0;
        var errors = new List<RecordedError>();
        reader.ExpectObject();
        var line = reader.Line;
        while (reader.ReadMember())
        {
            if (reader.NameIs(Keys.AfterMilliseconds))
            {
                time = reader.GetInt32(0, int.MaxValue);
            }
            else if (reader.NameIs(Keys.Errors))
            {
                reader.ExpectArray();
                while (reader.ReadItem())
                {
                    errors.Add(ReadError(ref reader));
                }
            }
            else
            {
                _ = reader.ReadRaw();
            }
        }

        return errors.Count > 0
            ? new(TimeSpan.FromMilliseconds(time), errors)
            : throw reader.MissingMember(Keys.Errors, line);
    }

    public static void Write(JsonTextWriter writer, RecordedFailure failure)
    {
        writer.WriteStartObject();
        writer.WriteName(Keys.AfterMilliseconds);
        writer.WriteNumber((long)failure.Time.TotalMilliseconds);
        writer.WriteName(Keys.Errors);
        writer.WriteStartArray();
        foreach (var error in failure.Errors)
        {
            WriteError(writer, error);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static RecordedError ReadError(ref JsonReader reader)
    {
        string? type = null, message = null, code = null;
        reader.ExpectObject();
        var line = reader.Line;
        while (reader.ReadMember())
        {
            if (reader.NameIs(Keys.Type))
            {
                type = reader.GetString();
            }
            else if (reader.NameIs(Keys.Message))
            {
                message = reader.GetString();
            }
            else if (reader.NameIs(Keys.Code))
            {
                code = reader.GetStringOrNull();
            }
            else
            {
                _ = reader.ReadRaw();
            }
        }

        return new(type ?? throw reader.MissingMember(Keys.Type, line), message ?? "", code);
    }

    private static void WriteError(JsonTextWriter writer, RecordedError error)
    {
        writer.WriteStartObject();
        writer.WriteName(Keys.Type);
        writer.WriteString(error.Type);
        writer.WriteName(Keys.Message);
        writer.WriteString(error.Message);
        if (error.Code is not null)
        {
            writer.WriteName(Keys.Code);
            writer.WriteString(error.Code);
        }

        writer.WriteEndObject();
    }
}
