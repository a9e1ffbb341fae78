using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Sets;

/// <summary>A rule set exactly as it was written. The text is what is stored, hashed and shown; it is never rewritten.</summary>
public sealed class RuleSetDocument
{
    private RuleSetDocument(string json, string fileName, string name)
    {
        Json = json;
        FileName = fileName;
        Name = name;
        Hash = HashOf(json);
    }

    /// <summary>The text, verbatim.</summary>
    public string Json { get; }

    /// <summary>The file or other name that faults name.</summary>
    public string FileName { get; }

    /// <summary>The set's name, such as <c>priority</c>.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the text as UTF-8, in lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Takes a document whose name can be read; the rest is checked by <see cref="Compilation.RuleSetCompiler"/>.</summary>
    /// <exception cref="RuleSetException">It is not JSON or has no name.</exception>
    public static RuleSetDocument Parse(string json, string fileName)
    {
        using var reader = new JsonDocumentReader(fileName);
        var name = reader.Open(json).RequiredText("name", "write the set's name, such as priority");
        reader.ThrowIfFaulty();
        return new RuleSetDocument(json, fileName, name!);
    }

    /// <summary>SHA-256 of a text as UTF-8, in lower-case hexadecimal digits.</summary>
    internal static string HashOf(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(json));
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
