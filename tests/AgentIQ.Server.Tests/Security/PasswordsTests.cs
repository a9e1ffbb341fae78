using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Identity;

namespace AgentIQ.Server.Tests.Security;

public sealed class PasswordsTests
{
    private readonly Passwords _passwords = new();

    [Fact]
    public void A_hash_fits_its_password_alone()
    {
        var hash = _passwords.Hash("secret");

        hash.ShouldNotContain("secret");
        _passwords.Check(hash, "secret").ShouldBe(PasswordVerificationResult.Success);
        _passwords.Check(hash, "Secret").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void A_weaker_hash_of_before_is_renewed()
        => _passwords.Check(new PasswordHasher<object>().HashPassword(new object(), "secret"), "secret")
            .ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);

    [Fact]
    public void Nobodys_password_is_never_right_not_even_the_decoys()
        => _passwords.Check(null, "no account has this password").ShouldBe(PasswordVerificationResult.Failed);
}
