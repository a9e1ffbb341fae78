namespace AgentIQ.Orchestration.Team;

/// <summary>What a member of a seller's team may do. Each role may do all that the ones after it may, but for <see cref="Analyst"/>, who only reads.</summary>
public enum TeamRole
{
    /// <summary>Everything of the company: people, tokens, billing.</summary>
    Owner,

    /// <summary>Workflows, policies, teams, templates and knowledge; neither tokens nor billing.</summary>
    Manager,

    /// <summary>Answers customers and takes work; sees workflows and policies.</summary>
    Operator,

    /// <summary>Reads.</summary>
    Analyst,
}
