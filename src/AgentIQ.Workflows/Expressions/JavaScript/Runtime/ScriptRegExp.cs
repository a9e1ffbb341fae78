using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint;
using Jint.Native.RegExp;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>A regular expression of a script.</summary>
internal sealed class ScriptRegExp : RegExpInstance
{
    public ScriptRegExp(Engine engine, string pattern, string flags, TranslatedRegExp translated)
        : base(engine)
    {
        Prototype = engine.RegExp.PrototypeObject;
        Extensible = true;
        Value = translated.Regex;
        Names = translated.Names;
        Source = pattern.Length == 0 ? "(?:)" : Escaped(pattern);
        Flags = flags;
        Global = flags.Contains('g');
        IgnoreCase = flags.Contains('i');
        Multiline = flags.Contains('m');
        IsSticky = flags.Contains('y');
        FastAddProperty("lastIndex", Operations.Number(0), writable: true, enumerable: false, configurable: false);
        FastAddProperty("source", new(Source), writable: false, enumerable: false, configurable: false);
        FastAddProperty("flags", new(string.Concat(flags.Order())), writable: false, enumerable: false, configurable: false);
        foreach (var (name, flag) in new[] { ("global", 'g'), ("ignoreCase", 'i'), ("multiline", 'm'), ("dotAll", 's'), ("unicode", 'u'), ("sticky", 'y') })
        {
            FastAddProperty(name, Operations.Flag(flags.Contains(flag)), writable: false, enumerable: false, configurable: false);
        }
    }

    private static string Escaped(string pattern)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            text.Append(pattern[i] switch
            {
                '\\' when i + 1 < pattern.Length => pattern.Substring(i++, 2),
                '/' => "\\/",
                '\n' => "\\n",
                var c => c.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>Names of the groups by number.</summary>
    public string?[] Names { get; }

    public bool IsSticky { get; }
}
