namespace AgentIQ.Server.Api.Policies.Conversion;

/// <summary>How the conditions of a row are written.</summary>
public enum PolicyRowForm
{
    /// <summary>As cells, as far as cells can say it.</summary>
    Cells,

    /// <summary>As one free condition.</summary>
    Condition,
}

/// <summary>Rewrites one row.</summary>
/// <param name="Document">The set as JSON text.</param>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="To">How it shall be written.</param>
public sealed record ConvertPolicyRowRequest(string Document, string Table, string Row, PolicyRowForm To);

/// <summary>The text of a set.</summary>
/// <param name="Document">The set as JSON text.</param>
public sealed record PolicyTextView(string Document);
