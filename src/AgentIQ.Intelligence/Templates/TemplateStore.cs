using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Intelligence.Templates;

/// <summary>Keeps each seller's templates: copies of the platform's, made at first use, and the seller's own.</summary>
/// <remarks>
/// A copy that the seller has not touched follows the platform's release; one that the seller changed or switched off stays.
/// </remarks>
public sealed class TemplateStore(IIdSource ids, TimeProvider time)
{
    /// <summary>The seller's active templates, the platform's copies made or renewed first.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> ListAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(scope, cancellationToken);
        if (IsBehind(rows))
        {
            await CopyPlatformAsync(scope, cancellationToken);
            rows = await ReadAsync(scope, cancellationToken);
        }

        return [.. rows.Where(row => row.Active).Select(ToTemplate)];
    }

    /// <summary>Changes or adds a seller's own template; a platform's copy with the same key becomes the seller's.</summary>
    public Task SaveAsync(TenantScope scope, ReplyTemplate template, bool active, CancellationToken cancellationToken) =>
        WriteAsync(scope, [template], "seller", active, cancellationToken);

    private static bool IsBehind(IReadOnlyList<Row> rows)
    {
        var byKey = rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        return ShippedTemplates.All.Any(shipped =>
            !byKey.TryGetValue(shipped.Id, out var row) || (row.Origin == "platform" && ToTemplate(row).Text != shipped.Text));
    }

    private Task CopyPlatformAsync(TenantScope scope, CancellationToken cancellationToken) =>
        WriteAsync(scope, ShippedTemplates.All, "platform", active: true, cancellationToken);

    private Task WriteAsync(TenantScope scope, IReadOnlyList<ReplyTemplate> templates, string origin, bool active, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO templates (seller_id, id, key, origin, intent, flag, channels, min_rating, max_rating, returns, text, active, changed_at)
            VALUES (@sellerId, @id, @key, @origin, @intent, @flag, @channels, @minRating, @maxRating, @returns, @text, @active, @now)
            ON CONFLICT (seller_id, key) DO UPDATE SET
                origin = excluded.origin, intent = excluded.intent, flag = excluded.flag, channels = excluded.channels,
                min_rating = excluded.min_rating, max_rating = excluded.max_rating, returns = excluded.returns,
                text = excluded.text, active = excluded.active, changed_at = excluded.changed_at
            WHERE templates.origin = 'platform' OR excluded.origin = 'seller'
            """,
            templates.Select(template => new
            {
                sellerId = scope.TenantId,
                id = ids.Next(),
                key = template.Id,
                origin,
                intent = template.Intent,
                flag = template.Flag,
                channels = template.Channels.ToArray(),
                minRating = template.MinRating,
                maxRating = template.MaxRating,
                returns = template.Returns,
                text = template.Text,
                active,
                now = time.GetUtcNow(),
            }),
            cancellationToken: cancellationToken));

    private static async Task<IReadOnlyList<Row>> ReadAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT key, origin, intent, flag, channels, min_rating, max_rating, returns, text, active FROM templates WHERE seller_id = @sellerId ORDER BY key",
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken))).AsList();

    private static ReplyTemplate ToTemplate(Row row) => new(row.Key, row.Text, row.Channels)
    {
        Intent = row.Intent,
        Flag = row.Flag,
        MinRating = row.MinRating,
        MaxRating = row.MaxRating,
        Returns = row.Returns,
    };

    private sealed class Row
    {
        public string Key { get; set; } = "";
        public string Origin { get; set; } = "";
        public string? Intent { get; set; }
        public string? Flag { get; set; }
        public string[] Channels { get; set; } = [];
        public int? MinRating { get; set; }
        public int? MaxRating { get; set; }
        public bool Returns { get; set; }
        public string Text { get; set; } = "";
        public bool Active { get; set; }
    }
}
