namespace AgentIQ.Intelligence.Intents;

/// <summary>What a person must know about a text beside its intent.</summary>
public static class FlagNames
{
    /// <summary>Threatens with a court, a supervisory authority or a lawyer. Escalates; no automatic text.</summary>
    public const string LegalThreat = "legal_threat";

    /// <summary>Somebody's health was harmed. Escalates; no automatic text.</summary>
    public const string HealthSafety = "health_safety";

    /// <summary>The customer takes the product for a counterfeit. Escalates; no automatic text.</summary>
    public const string CounterfeitSuspicion = "counterfeit_suspicion";

    /// <summary>Something was not in the parcel. Escalates.</summary>
    public const string MissingParts = "missing_parts";

    /// <summary>Insults or obscene words. No automatic text.</summary>
    public const string Insult = "insult";

    /// <summary>A phone number, an address of e-mail or a card number stands in the text. No automatic text.</summary>
    public const string PersonalData = "personal_data";

    /// <summary>The text gives orders to a machine. It is data like any other; no automatic text.</summary>
    public const string MachineInstructions = "machine_instructions";

    /// <summary>All flags.</summary>
    public static IReadOnlyList<string> All { get; } =
        [LegalThreat, HealthSafety, CounterfeitSuspicion, MissingParts, Insult, PersonalData, MachineInstructions];
}
