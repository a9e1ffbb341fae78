using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace AgentIQ.Server.Problems;

/// <summary>Says which field of a request's body could not be read; other exceptions are not its business.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        var problem = CommonProblems.For(bad.StatusCode);
        if (bad.InnerException is JsonException json)
        {
            var place = json.Path is null or "$" ? $"line {json.LineNumber + 1}" : json.Path;
            problem = problem with
            {
                Detail = new(
                    $"Тело запроса не читается как JSON ожидаемого вида: {place}.",
                    $"The body is not JSON of the expected shape: {place}."),
            };
        }

        context.Response.StatusCode = problem.Status;
        await context.WriteProblemAsync(problem);
        return true;
    }
}
