using AgentIQ.Intelligence.Automation;
using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Settings;

/// <summary>What the seller lets happen without a person.</summary>
internal static class AutomationEndpoints
{
    private static readonly Problem UnknownPreset = new(400, "unknown_preset",
        new("Такого набора нет", "There is no such preset"),
        new($"Выберите один из: {string.Join(", ", AutomationSettings.Presets)}.", $"Choose one of {string.Join(", ", AutomationSettings.Presets)}."));

    public static IEndpointRouteBuilder MapAutomation(this IEndpointRouteBuilder api)
    {
        var automation = api.MapGroup("/settings/automation").WithTags("Settings");
        automation.MapGet("", GetAsync).WithName("getAutomation").WithSummary("What may be sent without a person");
        automation.MapPut("", PutAsync).RequireAuthorization(AccessPolicies.CanManage)
            .WithName("setAutomation").WithSummary("Switch automatic sending on or off").ProducesProblem(400);
        return api;
    }

    private static async Task<Ok<AutomationSettings>> GetAsync(
        CurrentUser user, Database database, AutomationSettingsStore settings, CancellationToken ct) =>
        TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => settings.GetAsync(scope, ct), ct));

    private static async Task<Results<Ok<AutomationSettings>, ProblemHttpResult>> PutAsync(
        AutomationSettings request, HttpContext context, CurrentUser user, Database database, AutomationSettingsStore settings, CancellationToken ct)
    {
        if (!AutomationSettings.Presets.Contains(request.Preset))
        {
            return context.Problem(UnknownPreset);
        }

        await database.InTenantAsync(user.SellerId, scope => settings.SaveAsync(scope, request, ct), ct);
        return TypedResults.Ok(request);
    }
}
