using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Sessions;

/// <summary>Why a sign-in is refused.</summary>
internal static class SessionProblems
{
    public static readonly Problem WrongCredentials = new(401, "wrong_credentials",
        new("Не получилось войти", "Could not sign in"),
        new("Адрес или пароль не подошли. Проверьте раскладку и Caps Lock.",
            "The address or the password is not right. Check the keyboard layout and Caps Lock."));

    public static Problem TooManyAttempts(TimeSpan wait)
    {
        var minutes = (int)Math.Max(1, Math.Ceiling(wait.TotalMinutes));
        return new Problem(429, "too_many_attempts",
            new("Слишком много попыток входа", "Too many attempts to sign in"),
            new($"Повторите через {minutes} мин.", $"Try again in {minutes} min."));
    }
}
