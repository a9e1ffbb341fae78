namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>What the designer's pages may do in the browser.</summary>
internal static class StudioSecurityPolicy
{
    // Two components of the package bring an inline script each, for their hot keys: Ctrl+S of the editor, Ctrl+R of the instance list.
    private const string InlineScripts = "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='";

    /// <summary>
    /// The value of <c>Content-Security-Policy</c>. Scripts come from here only, WebAssembly may be compiled, nothing is evaluated from text.
    /// Components write style attributes; the code editor makes its workers from blobs and carries its icons as data.
    /// </summary>
    public const string Value =
        $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {InlineScripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
}
