using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Postgres;

/// <summary>Tells one state of the schema files from another.</summary>
public static class SchemaFingerprint
{
    /// <summary>SHA-256, in hexadecimal, over the parts in the order given and the checksums of their files.</summary>
    /// <exception cref="SchemaException">A part's files are not numbered without gaps.</exception>
    public static string Of(IReadOnlyList<SchemaPart> parts)
    {
        var lines = Migrator.WithOwnPart(parts).SelectMany(SchemaFile.Of).Select(file => $"{file} {file.Checksum}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
