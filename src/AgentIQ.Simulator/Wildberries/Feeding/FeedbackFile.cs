using System.Text.Json;
using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>Reads a JSON array of feedback records.</summary>
internal static class FeedbackFile
{
    /// <exception cref="FeedbackFileException">The file cannot be used.</exception>
    public static IReadOnlyList<FileFeedback> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedbackFileException($"{path}: expected a readable file of feedbacks. {exception.Message}", exception);
        }

        var records = new List<FileFeedback>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in Split(bytes, path))
        {
            var mapped = FeedbackRecordMapper.Map(record);
            if (!seen.TryAdd(mapped.Feedback.Id, record.Number))
            {
                throw record.Wrong("id", $"expected an id of its own, got the id of record {seen[mapped.Feedback.Id]}");
            }

            records.Add(mapped);
        }

        return records;
    }

    private static List<FileRecord> Split(ReadOnlySpan<byte> bytes, string path)
    {
        var content = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var records = new List<FileRecord>();
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                throw new FeedbackFileException($"{path}, line 1: expected a JSON array of feedbacks, got {reader.TokenType}.");
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = content[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                records.Add(new FileRecord(path, line, records.Count + 1, JsonElement.ParseValue(ref reader)));
            }
        }
        catch (JsonException exception)
        {
            throw new FeedbackFileException($"{path}, line {exception.LineNumber + 1}, record {records.Count + 1}: the JSON is broken. {exception.Message}", exception);
        }

        return records;
    }
}
