using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Intelligence.Automation;

/// <summary>Keeps each seller's <see cref="AutomationSettings"/>.</summary>
public sealed class AutomationSettingsStore(TimeProvider time)
{
    /// <summary>The seller's settings, or <see cref="AutomationSettings.Default"/>.</summary>
    public async Task<AutomationSettings> GetAsync(TenantScope scope, CancellationToken cancellationToken) =>
        await scope.Connection.QuerySingleOrDefaultAsync<AutomationSettings>(new CommandDefinition(
            "SELECT auto_send, preset FROM automation_settings WHERE seller_id = @sellerId",
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken)) ?? AutomationSettings.Default;

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
            INSERT INTO automation_settings (seller_id, auto_send, preset, changed_at) VALUES (@sellerId, @AutoSend, @Preset, @now)
            ON CONFLICT (seller_id) DO UPDATE SET auto_send = excluded.auto_send, preset = excluded.preset, changed_at = excluded.changed_at
            """,
            new { sellerId = scope.TenantId, settings.AutoSend, settings.Preset, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
    }
}
