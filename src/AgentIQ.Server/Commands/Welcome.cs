using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary>What a person reads when the desk is ready.</summary>
internal static class Welcome
{
    public static async Task WriteAsync(TextWriter output, AgentIqHost host)
    {
        await output.WriteLineAsync($"AgentIQ:   {Plain(host.Address)}");
        if (host.Demo is { } demo)
        {
            await output.WriteLineAsync($"Sign in:   {string.Join(" or ", demo.Users)}");
            await output.WriteLineAsync($"Password:  {demo.Password}");
            await output.WriteLineAsync($"Simulator: {Plain(demo.Simulator)}");
        }

        await output.WriteLineAsync("Ctrl-C stops it; the next run continues with the same data.");
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
