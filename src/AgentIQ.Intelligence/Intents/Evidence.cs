namespace AgentIQ.Intelligence.Intents;

/// <summary>Why an intent or a flag was given: the words in the customer's text.</summary>
/// <param name="Id">The group of the dictionary, such as <c>defect.stopped</c>.</param>
/// <param name="Phrase">The words as the customer wrote them.</param>
public sealed record Evidence(string Id, string Phrase);
