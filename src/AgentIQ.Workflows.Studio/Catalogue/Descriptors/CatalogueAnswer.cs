using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>A catalogue that is ready to be sent: some 100 kB of JSON, a tenth of it compressed.</summary>
/// <param name="Parts">What it was made of; another text means that it must be made anew.</param>
/// <param name="Json">The body.</param>
/// <param name="Brotli">The body, compressed once. It holds nothing that a secret could be guessed from.</param>
/// <param name="ETag">Lets a browser keep the body and ask only whether it changed.</param>
internal sealed record CatalogueAnswer(string Parts, byte[] Json, byte[] Brotli, string ETag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = ETag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Encoding, Accept-Language";
        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(new EntityTagHeaderValue(ETag), useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var isCompressed = request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);
        var body = isCompressed ? Brotli : Json;
        if (isCompressed)
        {
            response.Headers.ContentEncoding = "br";
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
