using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentIQ.Postgres;

/// <summary>One numbered schema file of a part.</summary>
internal sealed partial record SchemaFile(string Part, int Number, string Name, string Sql)
{
    /// <summary>SHA-256 over the text with plain line feeds, so that a checkout with other line ends is the same file.</summary>
    internal string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}: Schema/{Number:000}-{Name}.sql");

    /// <summary>The files of a part in their order.</summary>
    /// <exception cref="SchemaException">A number is missing or used twice, or a file's name has another shape.</exception>
    internal static IReadOnlyList<SchemaFile> Of(SchemaPart part)
    {
        var files = part.Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && name.Contains(".Schema.", StringComparison.Ordinal))
            .Select(name => Read(part, name))
            .OrderBy(file => file.Number)
            .ToList();
        for (var index = 0; index < files.Count; index++)
        {
            if (files[index].Number != index + 1)
            {
                throw new SchemaException($"{files[index]} should be number {index + 1:000}: the files of a part are numbered from 001 without gaps, each number once.");
            }
        }

        return files;
    }

    private static SchemaFile Read(SchemaPart part, string resource)
    {
        var match = ResourceName().Match(resource);
        if (!match.Success)
        {
            throw new SchemaException($"{part.Name}: the schema file {resource} should be named Schema/NNN-name.sql, such as 001-tables.sql (lower case, digits and hyphens).");
        }

        using var reader = new StreamReader(part.Assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new SchemaFile(part.Name, int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["name"].Value, sql);
    }

    [GeneratedRegex(@"\.Schema\.(?<number>[0-9]{3})-(?<name>[a-z0-9-]+)\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ResourceName();
}
