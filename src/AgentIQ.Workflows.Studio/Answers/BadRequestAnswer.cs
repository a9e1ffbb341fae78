using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>A 400 in the shape whose texts the designer shows to people (elsa-studio-contract 2.0).</summary>
/// <param name="Message">A summary.</param>
/// <param name="Errors">Texts by field; <c>generalErrors</c> when it is about no field.</param>
internal sealed record BadRequestAnswer(string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    public const string General = "generalErrors";

    public int StatusCode => StatusCodes.Status400BadRequest;

    /// <summary>About no field in particular.</summary>
    public static IResult Of(params IReadOnlyList<string> errors) => OfField(General, errors);

    /// <summary>About one field.</summary>
    public static IResult OfField(string field, params IReadOnlyList<string> errors) =>
        StudioJson.Ok(new BadRequestAnswer(string.Join(' ', errors), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = errors }), StatusCodes.Status400BadRequest);
}
