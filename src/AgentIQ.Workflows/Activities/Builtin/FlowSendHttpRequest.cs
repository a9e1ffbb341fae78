using System.Globalization;
using AgentIQ.Workflows.Http.Outgoing;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sends a request and takes the ways of its status code and Done; without an answer the way that says why.</summary>
[Activity("Elsa.FlowSendHttpRequest", Category = "HTTP", DisplayName = "HTTP Request (flow)", Description = "Sends an HTTP request.")]
[Outcome("200")]
[Outcome(Unmatched)]
[Outcome(FailedToConnect)]
[Outcome(TimedOut)]
[Outcome(OutcomeNames.Done)]
[DynamicOutcomes]
internal sealed class FlowSendHttpRequest : HttpRequestActivity
{
    private const string Unmatched = "Unmatched status code";
    private const string FailedToConnect = "Failed to connect";
    private const string TimedOut = "Timeout";

    [Input(Description = "Status codes that have a way of their own.", DefaultValue = new[] { 200 })]
    public int[] ExpectedStatusCodes { get; set; } = [200];

    protected override IReadOnlyList<int> Expected => ExpectedStatusCodes;

    protected override void Follow(StepContext context, HttpAnswer answer)
    {
        if (answer.End == HttpEnd.Answered)
        {
            var code = ExpectedStatusCodes.Contains(answer.StatusCode) ? answer.StatusCode.ToString(CultureInfo.InvariantCulture) : Unmatched;
            context.Complete(code, OutcomeNames.Done);
            return;
        }

        // A failure that nobody handles must not end the flow in silence: it becomes the outcome Failed, and with that an incident.
        var outcome = answer.End == HttpEnd.Timeout ? TimedOut : FailedToConnect;
        context.Complete(context.Execution.Node.LeadsOnFrom(outcome) ? outcome : OutcomeNames.Failed);
    }
}
