using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AgentIQ.Server.OpenApi;

/// <summary>The API's own description, from which the console's typed client is generated.</summary>
internal static class OpenApiSetup
{
    public const string Document = "v1";

    public static IServiceCollection AddDescription(this IServiceCollection services)
        => services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "AgentIQ", Version = Document, Description = "The desk where a marketplace seller answers customers." };
                // Where it runs is the reader's business, and the committed copy must not change with it.
                document.Servers = null;
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer(Require);
        });

    public static IEndpointRouteBuilder MapDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    /// <summary>We always write every member, null or not; a request may leave out what may be null.</summary>
    private static Task Require(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (schema.Properties is not { Count: > 0 } properties || context.JsonTypeInfo.Kind is not JsonTypeInfoKind.Object)
        {
            return Task.CompletedTask;
        }

        // Problem documents are the framework's: their members really are optional.
        if (context.JsonTypeInfo.Type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) is true)
        {
            return Task.CompletedTask;
        }

        var isRequest = context.JsonTypeInfo.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        var required = context.JsonTypeInfo.Properties
            .Where(property => properties.ContainsKey(property.Name) && (!isRequest || !MayBeNull(property)))
            .Select(property => property.Name);
        // What the schema has and the type has not says which of several shapes it is.
        var discriminators = properties.Keys.Except(context.JsonTypeInfo.Properties.Select(property => property.Name), StringComparer.Ordinal);
        schema.Required = new HashSet<string>(required.Concat(discriminators), StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private static bool MayBeNull(JsonPropertyInfo property)
        => property.IsSetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null
            || property.AssociatedParameter is { IsNullable: true };
}
