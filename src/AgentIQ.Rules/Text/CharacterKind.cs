namespace AgentIQ.Rules.Text;

/// <summary>What a character is to the tokenizer.</summary>
internal enum CharacterKind : byte
{
    Separator,
    Cyrillic,

    /// <summary>Latin, and any other script: only its difference from Cyrillic matters.</summary>
    Latin,
    Digit,

    /// <summary>Has no width of its own: soft hyphen, zero-width characters, combining marks.</summary>
    Invisible,
    SentenceEnd,
    LineEnd,
    Symbol,
    HighSurrogate,
}
