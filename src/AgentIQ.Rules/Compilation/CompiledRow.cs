using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>A row ready to run: what the index has not answered yet, and what it puts out.</summary>
/// <param name="Number">Its place among all rows of the set.</param>
/// <param name="Source">The row.</param>
/// <param name="Residual">Questions that the index does not answer.</param>
/// <param name="Rank">How severe its outputs are; a greater one wins under <see cref="HitPolicy.Priority"/>. 0 under every other policy.</param>
/// <param name="Outcome">Rows with the same outputs have the same number under <see cref="HitPolicy.Any"/>. 0 under every other policy.</param>
internal sealed record CompiledRow(int Number, TableRow Source, Test[] Residual, int Rank, int Outcome);
