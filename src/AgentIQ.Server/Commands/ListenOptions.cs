using System.CommandLine;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary>Where the web listens: <c>--port</c> on this machine alone, or <c>--urls</c> in full.</summary>
internal sealed class ListenOptions
{
    private readonly Option<int?> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes a free one. Default 8420.",
        HelpName = "N",
    };

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Full addresses to listen on, with semicolons, such as http://0.0.0.0:8080. Default: AGENTIQ_URLS.",
        HelpName = "URLS",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AGENTIQ_URLS"),
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_urls);
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
            {
                result.AddError("--port: expected a number from 0 to 65535.");
            }
        });
    }

    /// <exception cref="UserErrorException">An address is none.</exception>
    public IReadOnlyList<string> Read(ParseResult parsed)
    {
        if (parsed.GetValue(_port) is { } port)
        {
            return [$"http://127.0.0.1:{port}"];
        }

        var given = parsed.GetValue(_urls);
        if (string.IsNullOrWhiteSpace(given))
        {
            return [ServerOptions.DefaultUrl];
        }

        var urls = given.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var url in urls)
        {
            if (!url.StartsWith("http://", StringComparison.Ordinal) && !url.StartsWith("https://", StringComparison.Ordinal))
            {
                throw new UserErrorException($"--urls: expected addresses such as http://0.0.0.0:8080, but '{url}' came.");
            }
        }

        return urls;
    }
}
