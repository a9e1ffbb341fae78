namespace AgentIQ.Rules;

/// <summary>
/// The published JSON Schema (2020-12) of a set's document, for editors and for other programs that write sets. It is as strict as a
/// schema can be; what depends on the catalogue of facts is checked by <see cref="Compilation.RuleSetCompiler"/> alone.
/// </summary>
public static class RuleSetSchema
{
    private const string Resource = "AgentIQ.Rules.policy-set.schema.json";

    private static readonly Lazy<string> Text = new(Read);

    /// <summary>The schema, exactly as <c>rules/schema/policy-set.schema.json</c> has it.</summary>
    public static string Json => Text.Value;

    private static string Read()
    {
        using var stream = typeof(RuleSetSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Expected the embedded resource {Resource}, came nothing; build the project again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
