using System.Collections.Concurrent;
using AgentIQ.Workflows.Expressions.JavaScript.Compilation;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>
/// Compiles scripts, and remembers the compiled ones by their text: every version of a definition compiles mostly the same expressions.
/// </summary>
internal sealed class JavaScriptCompiler : IJavaScriptCompiler
{
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<string, CompiledScript> _known = new(StringComparer.Ordinal);

    public CompiledScript Compile(string source, bool isBody)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_known.TryGetValue(source, out var known))
        {
            return known;
        }

        var script = ScriptCompiler.Compile(new SourceText(source));
        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        return _known[source] = script;
    }
}
