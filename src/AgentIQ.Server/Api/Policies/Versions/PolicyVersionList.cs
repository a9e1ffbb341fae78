namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>All versions of a set, and which of them matter.</summary>
/// <param name="Seller">The seller's, newest first.</param>
/// <param name="Platform">The platform's, newest first; never empty.</param>
/// <param name="BasedOn">The platform's version that the seller's version in force was made from; null while the platform's is in force.</param>
internal sealed record PolicyVersionList(IReadOnlyList<PolicyVersionView> Seller, IReadOnlyList<PolicyVersionView> Platform, string? BasedOn)
{
    /// <summary>The release's newest.</summary>
    public PolicyVersionView NewestPlatform => Platform[0];

    /// <summary>The one in force.</summary>
    public PolicyVersionView Active => Seller.FirstOrDefault(version => version.InForce) ?? NewestPlatform;

    /// <summary>The seller's newest, or the platform's when there is none.</summary>
    public PolicyVersionView Newest => Seller.Count > 0 ? Seller[0] : NewestPlatform;

    /// <summary>The one that the editor opens: the seller's newest draft when it is newer than what is in force.</summary>
    public PolicyVersionView Edited =>
        Seller.FirstOrDefault(version => version.State is PolicyVersionState.Draft) is { } draft && draft.CreatedAt >= Active.CreatedAt ? draft : Active;

    /// <summary>The version of that name, or null.</summary>
    public PolicyVersionView? Find(string label) =>
        Seller.Concat(Platform).FirstOrDefault(version => string.Equals(version.Label, label, StringComparison.Ordinal));
}
