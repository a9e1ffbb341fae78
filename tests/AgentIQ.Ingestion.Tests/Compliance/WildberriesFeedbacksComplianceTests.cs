using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries.Faults;

namespace AgentIQ.Ingestion.Tests.Compliance;

public sealed class WildberriesFeedbacksComplianceTests : ConnectorComplianceTests
{
    protected override async Task<ConnectorHarness> StartAsync() => new Harness(await IngestionHost.StartAsync());

    private sealed class Harness(IngestionHost host) : ConnectorHarness
    {
        public override IConnector Connector { get; } = host.Get<ConnectorRegistry>().Get(Marketplaces.Wildberries, Channel.Review);

        public override ChannelConnection Connection { get; } = new(host.SellerId, Guid.AllBitsSet, host.Token(), host.Time.GetUtcNow());

        public override ChannelConnection Refused => Connection with { Secret = TestTokens.Personal };

        public override int Calls => host.Simulator.Wildberries.Requests.Count;

        public override string Write(int minutesAgo, string text) => host.Write(minutesAgo, text).Id;

        public override void Break(ComplianceFault fault) => host.Simulator.Wildberries.Faults.Add(fault switch
        {
            ComplianceFault.RateLimit => new Fault(FaultKind.TooManyRequests) { Delay = TimeSpan.FromSeconds(7) },
            ComplianceFault.ServerError => new Fault(FaultKind.ServerError),
            ComplianceFault.HtmlPage => new Fault(FaultKind.HtmlPageAsSuccess),
            ComplianceFault.EmptyBody => new Fault(FaultKind.EmptyBody),
            ComplianceFault.HalfBody => new Fault(FaultKind.CutBody),
            ComplianceFault.OtherShape => new Fault(FaultKind.WrongTypes),
            ComplianceFault.ConnectionReset => new Fault(FaultKind.ConnectionReset),
            ComplianceFault.BrokenFirstRecord => new Fault(FaultKind.MalformedRecord) { Record = 0 },
            ComplianceFault.LostResponse => new Fault(FaultKind.AcceptedWithoutResponse) { Method = "POST" },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "The suite knows no such fault."),
        });

        public override int AnswersTo(string externalId) =>
            host.Account.Answers.Where(answer => answer.FeedbackId == externalId).Sum(answer => answer.PostCount);

        public override ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
