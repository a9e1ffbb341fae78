namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>What is known about one interaction, as somebody would keep it who writes the rules by hand. Enums are their places.</summary>
/// <param name="Channel">Of three.</param>
/// <param name="Intent">Of fifteen.</param>
/// <param name="Region">Of twenty.</param>
/// <param name="Rating">1 to 5; 0 when it is not known.</param>
/// <param name="AgeMinutes">Minutes since it was written.</param>
/// <param name="Messages">Messages of the customer.</param>
/// <param name="Flags">A bit for each of nine flags.</param>
/// <param name="Words">A bit for each of the words that rules look for: the text is prepared, as it is for the engine.</param>
internal readonly record struct Subject(int Channel, int Intent, int Region, int Rating, int AgeMinutes, int Messages, uint Flags, ulong Words);
