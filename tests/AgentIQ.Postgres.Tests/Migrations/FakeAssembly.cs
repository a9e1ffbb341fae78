using System.Reflection;
using System.Text;

namespace AgentIQ.Postgres.Tests.Migrations;

/// <summary>An assembly that has schema files and nothing else.</summary>
internal sealed class FakeAssembly(params (string File, string Sql)[] files) : Assembly
{
    private const string Prefix = "Fake.Schema.";

    internal static SchemaPart Part(params (string File, string Sql)[] files) => new("fake", new FakeAssembly(files));

    public override string[] GetManifestResourceNames() => [.. files.Select(file => Prefix + file.File)];

    public override Stream GetManifestResourceStream(string name) =>
        new MemoryStream(Encoding.UTF8.GetBytes(files.Single(file => Prefix + file.File == name).Sql));
}
