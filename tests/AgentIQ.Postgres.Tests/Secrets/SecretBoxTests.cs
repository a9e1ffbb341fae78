using AgentIQ.Testing;

namespace AgentIQ.Postgres.Tests.Secrets;

public sealed class SecretBoxTests
{
    private const string Secret = "токен eyJhbGciOi…";

    private static readonly string OldKey = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly string NewKey = Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray());
    private readonly TestIds _ids = new();
    private readonly SecretBox _box = new(SecretKeys.Parse(OldKey));

    [Fact]
    public void A_secret_comes_back()
    {
        var seller = _ids.Next();

        var encrypted = _box.Encrypt(seller, Secret);

        encrypted.ShouldNotContain("eyJ");
        _box.Decrypt(seller, encrypted).ShouldBe(Secret);
    }

    [Fact]
    public void The_same_secret_never_looks_the_same()
    {
        var seller = _ids.Next();

        _box.Encrypt(seller, Secret).ShouldNotBe(_box.Encrypt(seller, Secret));
    }

    [Fact]
    public void Another_seller_cannot_open_it()
    {
        var encrypted = _box.Encrypt(_ids.Next(), Secret);

        Should.Throw<SecretException>(() => _box.Decrypt(_ids.Next(), encrypted)).Message.ShouldContain("belongs to another seller");
    }

    [Fact]
    public void A_changed_value_does_not_open()
    {
        var seller = _ids.Next();
        var encrypted = _box.Encrypt(seller, Secret);
        var changed = encrypted[..^1] + (encrypted[^1] == 'A' ? 'Q' : 'A');

        Should.Throw<SecretException>(() => _box.Decrypt(seller, changed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("v1.00000000.AAAA")]
    [InlineData("v2.00000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_secret_is_refused(string text)
    {
        Should.Throw<SecretException>(() => _box.Decrypt(_ids.Next(), text)).Message.ShouldNotContain("plain");
    }

    [Fact]
    public void After_a_rotation_old_values_open_and_are_known_as_outdated()
    {
        var seller = _ids.Next();
        var old = _box.Encrypt(seller, Secret);
        var rotated = new SecretBox(SecretKeys.Parse($"{NewKey},{OldKey}"));

        rotated.Decrypt(seller, old).ShouldBe(Secret);
        rotated.IsOutdated(old).ShouldBeTrue();
        rotated.IsOutdated(rotated.Encrypt(seller, Secret)).ShouldBeFalse();
    }

    [Fact]
    public void A_key_that_is_gone_is_named()
    {
        var old = _box.Encrypt(_ids.Next(), Secret);

        Should.Throw<SecretException>(() => new SecretBox(SecretKeys.Parse(NewKey)).Decrypt(_ids.Next(), old))
            .Message.ShouldContain(old.Split('.')[1]);
    }
}
