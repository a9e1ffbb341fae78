using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>A file of the package, with the compressed copies that lie beside it.</summary>
/// <param name="FullName">Where it lies.</param>
/// <param name="MediaType">Its type, which a compressed copy has as well.</param>
/// <param name="IsForEver">Whether its name carries a fingerprint of its content.</param>
/// <param name="Codings">The compressed copies, the smallest first.</param>
internal sealed record PackageFile(string FullName, string MediaType, bool IsForEver, IReadOnlyList<ContentCoding> Codings)
{
    /// <summary>The answer to a request: the smallest copy that the browser takes, byte for byte as it was published.</summary>
    /// <param name="context">The request; the answer's headers are set.</param>
    /// <param name="version">The package's version. A published version never changes, so with the coding it tells contents apart; npm gives all files the same time.</param>
    public IResult Answer(HttpContext context, string version)
    {
        var coding = Codings.FirstOrDefault(candidate => candidate.IsAcceptedBy(context.Request));
        var headers = context.Response.Headers;
        headers.CacheControl = IsForEver ? CacheRules.ForEver : CacheRules.AskAgain;
        if (Codings.Count > 0)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (coding is not null)
        {
            headers.ContentEncoding = coding.Name;
        }

        return TypedResults.PhysicalFile(FullName + coding?.Extension, MediaType, entityTag: new EntityTagHeaderValue($"\"{version}-{coding?.Name ?? "identity"}\""));
    }
}
