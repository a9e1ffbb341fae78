using System.Text.Json;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>A request as a workflow gets it, in the stimulus.</summary>
/// <param name="RequestId">Who waits for the answer.</param>
/// <param name="Method">Such as POST.</param>
/// <param name="Path">Below the tenant's address.</param>
/// <param name="Query">By name: a text, or a list where there are several.</param>
/// <param name="Headers">By name in lower case, without those that identify the caller (Authorization, Cookie).</param>
/// <param name="Route">Parameters of the path.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Content">JSON and forms as a structure, text as text, else Base64; null: no body.</param>
/// <param name="Files">Files of a form.</param>
internal sealed record HttpRequestData(
    Guid? RequestId, string Method, string Path, Dictionary<string, object> Query, Dictionary<string, string> Headers, Dictionary<string, string> Route,
    string? ContentType, JsonElement? Content, IReadOnlyList<HttpFile> Files);

/// <summary>A file of a form.</summary>
/// <param name="Name">Of the form's field.</param>
/// <param name="FileName">As the sender calls it.</param>
/// <param name="ContentType">As the sender says.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Content">Base64.</param>
internal sealed record HttpFile(string Name, string FileName, string? ContentType, long Length, string Content);
