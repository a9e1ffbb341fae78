using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Http.Outgoing;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sends a request and runs the embedded activity of its status code, or the one that says why there is no answer.</summary>
[Activity("Elsa.SendHttpRequest", Category = "HTTP", DisplayName = "HTTP Request", Description = "Sends an HTTP request.")]
[Port(UnmatchedStatusCode)]
[Port(FailedToConnect)]
[Port(TimedOut)]
internal sealed class SendHttpRequest : HttpRequestActivity
{
    private const string UnmatchedStatusCode = "UnmatchedStatusCode";
    private const string FailedToConnect = "FailedToConnect";
    private const string TimedOut = "Timeout";

    [Input(Description = "Status codes and what to do when they come.", UIHint = UIHints.HttpStatusCodes, IsWrapped = false)]
    public HttpStatusCase[] ExpectedStatusCodes { get; set; } = [];

    protected override IReadOnlyList<int> Expected => [.. ExpectedStatusCodes.Select(c => c.StatusCode)];

    protected override void Follow(StepContext context, HttpAnswer answer)
    {
        var node = context.Execution.Node;
        var inside = answer.End switch
        {
            HttpEnd.Timeout => node.Ports.GetValueOrDefault(TimedOut),
            HttpEnd.FailedToConnect => node.Ports.GetValueOrDefault(FailedToConnect),
            _ => OfCode(node, answer.StatusCode),
        };
        if (inside is not null)
        {
            context.RunInside(inside);
        }
        else if (answer.End == HttpEnd.Answered)
        {
            context.Complete(OutcomeNames.Done);
        }
    }

    /// <summary>The node's children are the activities of those cases that have one, in their order.</summary>
    private Node? OfCode(Node node, int statusCode)
    {
        var index = Array.FindIndex(ExpectedStatusCodes, c => c.StatusCode == statusCode);
        if (index < 0)
        {
            return node.Ports.GetValueOrDefault(UnmatchedStatusCode);
        }

        return ExpectedStatusCodes[index].HasActivity ? node.Children[ExpectedStatusCodes.Take(index).Count(c => c.HasActivity)] : null;
    }
}
