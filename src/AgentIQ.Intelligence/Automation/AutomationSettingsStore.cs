using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Intelligence.Automation;

/// <summary>Keeps each seller's <see cref="AutomationSettings"/>.</summary>
public sealed class AutomationSettingsStore(TimeProvider time)
{
    /// <summary>The seller's settings, or <see cref="AutomationSettings.Default"/>.</summary>
    public async Task<AutomationSettings> GetAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT auto_send, preset, products FROM automation_settings WHERE seller_id = @sellerId",
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken));
        return row is null ? AutomationSettings.Default : new AutomationSettings(row.AutoSend, row.Preset) { Products = row.Products };
    }

    /// <summary>Replaces the seller's settings.</summary>
    /// <exception cref="ArgumentException">The preset is none of <see cref="AutomationSettings.Presets"/>.</exception>
    public Task SaveAsync(TenantScope scope, AutomationSettings settings, CancellationToken cancellationToken)
    {
        if (!AutomationSettings.Presets.Contains(settings.Preset))
        {
            throw new ArgumentException(
                $"'{settings.Preset}' is not a preset: expected one of {string.Join(", ", AutomationSettings.Presets)}.", nameof(settings));
        }

        return scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO automation_settings (seller_id, auto_send, preset, products, changed_at) VALUES (@sellerId, @AutoSend, @Preset, @products, @now)
            ON CONFLICT (seller_id) DO UPDATE SET
                auto_send = excluded.auto_send, preset = excluded.preset, products = excluded.products, changed_at = excluded.changed_at
            """,
            new { sellerId = scope.TenantId, settings.AutoSend, settings.Preset, products = (settings.Products ?? []).ToArray(), now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
    }

    // Properties and not a constructor, because Dapper has no constructor parameter for an array.
    private sealed class Row
    {
        public bool AutoSend { get; init; }

        public string Preset { get; init; } = "";

        public string[] Products { get; init; } = [];
    }
}
