using System.Reflection;

namespace AgentIQ.Postgres;

/// <summary>One project's share of the schema: the embedded files <c>Schema/NNN-name.sql</c> of its assembly, numbered from 001 without gaps.</summary>
/// <param name="Name">A short name that never changes, such as <c>interactions</c>: the database remembers the files under it.</param>
/// <param name="Assembly">The assembly that holds the files.</param>
public sealed record SchemaPart(string Name, Assembly Assembly);
