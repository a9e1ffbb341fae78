using AgentIQ.Server.Security;
using AgentIQ.Testing;

namespace AgentIQ.Server.Tests.Security;

public sealed class SignInThrottleTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void An_address_that_tries_many_accounts_is_stopped()
    {
        var throttle = new SignInThrottle(_time);
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerAddress; attempt++)
        {
            throttle.Begin($"account {attempt}", "203.0.113.7").ShouldBeNull();
        }

        throttle.Begin("one more", "203.0.113.7").ShouldBe(SignInThrottle.Window);
        throttle.Begin("one more", "203.0.113.8").ShouldBeNull();
    }

    [Fact]
    public void Successes_do_not_use_up_an_offices_address()
    {
        var throttle = new SignInThrottle(_time);
        for (var attempt = 0; attempt < 2 * SignInThrottle.AttemptsPerAddress; attempt++)
        {
            throttle.Begin("account", "203.0.113.7").ShouldBeNull();
            throttle.Succeeded("account", "203.0.113.7");
        }
    }

    [Fact]
    public void Case_and_spaces_do_not_make_another_account()
    {
        var throttle = new SignInThrottle(_time);
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerAccount; attempt++)
        {
            throttle.Begin("A@B", $"203.0.113.{attempt}").ShouldBeNull();
        }

        throttle.Begin(" a@b ", "203.0.113.200").ShouldNotBeNull();
    }
}
