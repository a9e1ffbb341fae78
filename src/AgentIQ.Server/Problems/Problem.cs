namespace AgentIQ.Server.Problems;

/// <summary>
/// One kind of refusal that the API knows: what a program reads (<paramref name="Code"/>, <paramref name="Status"/>)
/// and what a person reads. Endpoints answer with <see cref="ProblemResults.Problem"/>.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable word in snake_case; becomes the member <c>code</c>.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
internal sealed record Problem(int Status, string Code, LocalText Title, LocalText Detail);
