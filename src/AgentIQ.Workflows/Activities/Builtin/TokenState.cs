using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>The tokens of one run of a flowchart, oldest first.</summary>
internal sealed record TokenState(FlowchartPlan plan, int start) : ContainerState
{
    /// <summary>The child that the run began with.</summary>
    public int Start { get; } = start;

    public FlowRoutes Routes { get; } = plan.From(start);

    public List<Token> Tokens { get; private init; } = [];

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", Start);
        writer.WriteStartArray("tokens");
        foreach (var token in Tokens)
        {
            writer.WriteNumberValue(token.Connection.Index);
            writer.WriteNumberValue((int)token.Kind);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static TokenState Read(FlowchartPlan plan, StateReader reader) => new(plan, reader.Of("start").Number())
    {
        Tokens = [.. reader.Of("tokens").Numbers().Chunk(2).Select(t => new Token(plan.Connections[t[0]], (TokenKind)t[1]))],
    };
}

/// <summary>A token on a connection.</summary>
internal readonly record struct Token(Connection Connection, TokenKind Kind);

/// <summary>What a token means.</summary>
internal enum TokenKind
{
    /// <summary>The connection was taken; the token is there until its target completes.</summary>
    Live,

    /// <summary>The target ran already for another way in: the next arrival over this connection is swallowed.</summary>
    Block,

    /// <summary>A block that has swallowed an arrival; it stays until its target completes.</summary>
    UsedBlock,
}
