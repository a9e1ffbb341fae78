using AgentIQ.EndToEnd.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]
