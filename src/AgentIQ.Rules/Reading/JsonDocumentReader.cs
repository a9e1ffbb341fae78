using System.Text.Json;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Reading;

/// <summary>
/// Opens a document and collects what is wrong with it, so that an author sees every fault at once. Disposing it gives back the parsed
/// text: a set of 1,000 rows is larger than what the collector frees cheaply, and no place of it may be read afterwards.
/// </summary>
internal sealed class JsonDocumentReader(string file) : IDisposable
{
    /// <summary>A document broken in every line would otherwise fill the screen.</summary>
    private const int MaximumFaults = 50;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private readonly List<RuleSetFault> _faults = [];
    private readonly Dictionary<string, TextPattern> _phrases = new(StringComparer.Ordinal);
    private JsonDocument? _document;

    public string File => file;

    public bool HasFaults => _faults.Count > 0;

    public JsonPlace Open(string json)
    {
        try
        {
            _document = JsonDocument.Parse(json, Options);
            return new JsonPlace(this, _document.RootElement, JsonPath.Root);
        }
        catch (JsonException exception)
        {
            Report(exception.Path is { Length: > 0 } path ? path : "$", $"expected a JSON document, came something else: {exception.Message}");
            throw new RuleSetException(_faults);
        }
    }

    /// <summary>The pattern of a phrase. Rows often look for the same one; it is compiled once for the document.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public TextPattern Phrase(string source) =>
        _phrases.TryGetValue(source, out var known) ? known : _phrases[source] = TextPattern.Parse(source);

    public void Report(string path, string message)
    {
        if (_faults.Count < MaximumFaults)
        {
            _faults.Add(new RuleSetFault(file, path, message));
        }
    }

    public void ThrowIfFaulty()
    {
        if (HasFaults)
        {
            throw new RuleSetException([.. _faults]);
        }
    }

    public void Dispose() => _document?.Dispose();
}
