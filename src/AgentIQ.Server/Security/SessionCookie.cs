using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgentIQ.Server.Security;

/// <summary>The session's cookie: how long it lives, and that an API answers with a status and never with a redirect.</summary>
internal static class SessionCookie
{
    /// <summary>A session ends when nobody used it for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>A session ends this long after it began, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Began = "began";

    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services
            .AddSingleton<SessionValidator>()
            .AddHttpContextAccessor()
            .AddScoped(provider => CurrentUser.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User))
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "agentiq";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Cookie.IsEssential = true;
                options.ExpireTimeSpan = Idle;
                options.SlidingExpiration = true;
                options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
                options.Events.OnValidatePrincipal = ValidateAsync;
            });
        return services;
    }

    /// <summary>The properties of a session that begins now.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now)
        => new() { IsPersistent = true, Items = { [Began] = now.ToString("O", CultureInfo.InvariantCulture) } };

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        var validator = context.HttpContext.RequestServices.GetRequiredService<SessionValidator>();
        if (!IsYoung(context.Properties, now) || !await validator.IsStillGoodAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
        }
    }

    private static bool IsYoung(AuthenticationProperties properties, DateTimeOffset now)
        => properties.Items.TryGetValue(Began, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var began)
            && now - began < Longest;

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
