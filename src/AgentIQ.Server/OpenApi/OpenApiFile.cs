using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AgentIQ.Server.OpenApi;

/// <summary>Writes the description as a file's text.</summary>
internal static class OpenApiFile
{
    /// <summary>The description as indented JSON that ends with a line feed. The application must have been started, for routes are built then.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken ct)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiSetup.Document);
        var document = await provider.GetOpenApiDocumentAsync(ct);
        return (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct)).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
