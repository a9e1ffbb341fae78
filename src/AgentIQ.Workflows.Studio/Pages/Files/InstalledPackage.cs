namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>The package that the installation has; it is looked for when somebody asks first.</summary>
internal sealed class InstalledPackage(StudioOptions options)
{
    private readonly Lazy<StudioPackage?> _package = new(() => StudioPackage.Find(options.PackageFolder));

    /// <summary>The package, or null when it has not been installed.</summary>
    public StudioPackage? Package => _package.Value;
}
