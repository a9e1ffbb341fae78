using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Automation;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Intelligence;

/// <summary>Registers layer 4.</summary>
public static class IntelligenceServices
{
    /// <summary>Adds this layer's part of the fact catalogue, intents, guardrails, templates, drafts, the reply gate and the reply desk, and their activities.</summary>
    public static IServiceCollection AddIntelligence(this IServiceCollection services) => services
        .AddSingleton<IFactSource, IntelligenceFacts>()
        .AddSingleton(_ => IntentClassifier.Shipped())
        .AddSingleton<ReplyChecker>()
        .AddSingleton<ReplySituations>()
        .AddSingleton<TemplateStore>()
        .AddSingleton<IActivityChoices, TemplateChoices>()
        .AddSingleton<DraftStore>()
        .AddSingleton<ISandboxObserver, SandboxDrafts>()
        .AddSingleton<IDraftComposer, TemplateComposer>()
        .AddSingleton<Drafter>()
        .AddSingleton<IReplyGate, ReplyGate>()
        .AddSingleton<AutomationSettingsStore>()
        .AddSingleton<IConsequences, AutoActionConsequences>()
        .AddSingleton<ReplyDesk>()
        .AddActivitiesFrom(typeof(IntelligenceServices).Assembly);
}
