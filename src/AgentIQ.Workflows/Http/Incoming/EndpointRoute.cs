using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>Matches a path with the template of an endpoint, by the rules of ASP.NET's routing.</summary>
internal static class EndpointRoute
{
    /// <summary>Why the template is none; null when it is one.</summary>
    public static string? Problem(string template)
    {
        try
        {
            TemplateParser.Parse(template);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    /// <summary>The values of its parameters; null when the path is another.</summary>
    public static RouteValueDictionary? Match(string template, string path)
    {
        var (parsed, values) = (TemplateParser.Parse(template), new RouteValueDictionary());
        var defaults = new RouteValueDictionary();
        foreach (var parameter in parsed.Parameters.Where(p => p.DefaultValue is not null))
        {
            defaults[parameter.Name!] = parameter.DefaultValue;
        }

        return new TemplateMatcher(parsed, defaults).TryMatch("/" + path, values) ? values : null;
    }

    /// <summary>Lower is more specific: a literal goes before a parameter.</summary>
    public static decimal Precedence(string template) => RoutePrecedence.ComputeInbound(TemplateParser.Parse(template));
}
