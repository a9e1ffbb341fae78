using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Activities.Builtin;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>Reads a request within its limits.</summary>
internal sealed class RequestReader(WorkflowHttpOptions options)
{
    private const int MostFields = 256;

    /// <summary>They prove who calls; a workflow and its stored state have no business with them.</summary>
    private static readonly HashSet<string> Withheld = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Cookie", "Proxy-Authorization" };

    /// <exception cref="EndpointNotFoundException">It is larger than allowed, or carries a file that is not allowed.</exception>
    public async Task<HttpRequestData> ReadAsync(HttpRequest request, Guid requestId, string path, RouteValueDictionary route, HttpEndpoint endpoint, CancellationToken ct)
    {
        var limit = Math.Min(options.LargestRequest, endpoint.RequestSizeLimit ?? options.LargestRequest);
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        var (content, files) = request.HasFormContentType ? await FormAsync(request, endpoint, limit, ct) : (await BodyAsync(request, limit, ct), []);
        return new HttpRequestData(
            requestId, request.Method, path, request.Query.ToDictionary(q => q.Key, q => Value(q.Value)),
            request.Headers.Where(h => !Withheld.Contains(h.Key)).ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
            route.ToDictionary(r => r.Key, r => Convert.ToString(r.Value, CultureInfo.InvariantCulture) ?? string.Empty), request.ContentType, content, files);
    }

    private static async Task<JsonElement?> BodyAsync(HttpRequest request, long limit, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > limit)
            {
                throw TooLarge(limit);
            }

            await body.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        var type = request.GetTypedHeaders().ContentType;
        return HttpContentText.Parse(body.ToArray(), type?.MediaType.Value, type?.Charset.Value);
    }

    private static async Task<(JsonElement? Content, IReadOnlyList<HttpFile> Files)> FormAsync(HttpRequest request, HttpEndpoint endpoint, long limit, CancellationToken ct)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = limit, BufferBodyLengthLimit = limit, ValueCountLimit = MostFields, ValueLengthLimit = (int)Math.Min(limit, int.MaxValue) }, ct);
        }
        catch (InvalidDataException e)
        {
            throw new EndpointNotFoundException(StatusCodes.Status413PayloadTooLarge, $"The form is larger than {limit} bytes, has more than {MostFields} fields, or is none: {e.Message}");
        }

        var files = new List<HttpFile>();
        foreach (var file in form.Files)
        {
            Check(file, endpoint);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            files.Add(new HttpFile(file.Name, Path.GetFileName(file.FileName), file.ContentType, file.Length, Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length)));
        }

        return (JsonSerializer.SerializeToElement(form.ToDictionary(f => f.Key, f => Value(f.Value)), WorkflowJson.Options), files);
    }

    private static void Check(IFormFile file, HttpEndpoint endpoint)
    {
        if (file.Length > endpoint.FileSizeLimit)
        {
            throw new EndpointNotFoundException(StatusCodes.Status413PayloadTooLarge, $"The file '{file.FileName}' is larger than {endpoint.FileSizeLimit} bytes.");
        }

        var extension = Path.GetExtension(file.FileName);
        if (Has(endpoint.BlockedFileExtensions, extension) || (endpoint.AllowedFileExtensions.Length > 0 && !Has(endpoint.AllowedFileExtensions, extension)))
        {
            throw new EndpointNotFoundException(StatusCodes.Status415UnsupportedMediaType, $"Files with the extension '{extension}' are not taken here.");
        }

        if (endpoint.AllowedMimeTypes.Length > 0 && !endpoint.AllowedMimeTypes.Contains(file.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            throw new EndpointNotFoundException(StatusCodes.Status415UnsupportedMediaType, $"Files of the type '{file.ContentType}' are not taken here.");
        }
    }

    private static bool Has(string[] extensions, string extension) =>
        extensions.Any(e => string.Equals(e.TrimStart('.'), extension.TrimStart('.'), StringComparison.OrdinalIgnoreCase));

    private static object Value(StringValues values) => values.Count == 1 ? values.ToString() : values.ToArray();

    private static EndpointNotFoundException TooLarge(long limit) => new(StatusCodes.Status413PayloadTooLarge, $"The request is larger than {limit} bytes.");
}
