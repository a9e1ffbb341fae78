namespace AgentIQ.Server.Demo;

/// <summary>What a person needs to look at the demo.</summary>
/// <param name="Simulator">Where the simulated marketplace answers.</param>
/// <param name="Users">The addresses to sign in with.</param>
/// <param name="Password">The password of all of them.</param>
internal sealed record DemoAccess(Uri Simulator, IReadOnlyList<string> Users, string Password);
