namespace AgentIQ.Rules.Text.Patterns;

/// <summary>The tokens of one text with the places of phrases that each may take.</summary>
internal readonly ref struct PlaceView(ReadOnlySpan<TextToken> tokens, ReadOnlySpan<int> places, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<TextToken> _tokens = tokens;
    private readonly ReadOnlySpan<int> _places = places;
    private readonly ReadOnlySpan<int> _ends = ends;

    public ReadOnlySpan<int> At(int token) => _places[(token == 0 ? 0 : _ends[token - 1]).._ends[token]];

    public bool Is(int token, int place) => At(token).Contains(place);

    /// <summary>Whether the token exists and stands in the same sentence as another.</summary>
    public bool SameSentence(int token, int other) =>
        (uint)token < (uint)_tokens.Length && _tokens[token].Sentence == _tokens[other].Sentence;
}
