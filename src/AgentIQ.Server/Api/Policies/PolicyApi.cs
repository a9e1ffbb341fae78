using AgentIQ.Server.Api.Policies.Backtests;
using AgentIQ.Server.Api.Policies.Checks;
using AgentIQ.Server.Api.Policies.Comparison;
using AgentIQ.Server.Api.Policies.Conversion;
using AgentIQ.Server.Api.Policies.Explanations;
using AgentIQ.Server.Api.Policies.Sets;
using AgentIQ.Server.Api.Policies.Shadow;
using AgentIQ.Server.Api.Policies.Versions;

namespace AgentIQ.Server.Api.Policies;

/// <summary>What the pages of the policies ask: reading is for everybody of the seller, saving and publishing for managers.</summary>
internal static class PolicyApi
{
    public static IServiceCollection AddPolicyApi(this IServiceCollection services) => services
        .AddSingleton<PolicyAuthors>()
        .AddSingleton<PolicyVersions>()
        .AddSingleton<PolicyDocuments>()
        .AddSingleton<PolicyFindingCounts>()
        .AddSingleton<PolicySets>()
        .AddSingleton<PolicyChecks>()
        .AddSingleton<PolicyPublisher>()
        .AddSingleton<DecisionExplanations>()
        .AddSingleton<BacktestSlots>()
        .AddSingleton<BacktestViews>();

    public static IEndpointRouteBuilder MapPolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/policies").WithTags("Policies");
        policies.MapPolicySets();

        var set = policies.MapGroup("/{set}").AddEndpointFilter<KnownPolicySet>();
        set.MapPolicySet();
        set.MapPolicyVersions();
        set.MapPolicyChecks();
        set.MapPolicyComparison();
        set.MapPolicyConversion();
        set.MapPolicyEvaluation();
        set.MapPolicyBacktests();
        set.MapPolicyShadow();

        api.MapDecisionExplanation();
        return api;
    }
}
