using AgentIQ.Testing;

namespace AgentIQ.Postgres.Tests.Secrets;

public sealed class SecretKeysTests
{
    [Fact]
    public void The_file_is_made_once_and_for_its_owner_only()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "secret.key");
        var seller = new TestIds().Next();

        var encrypted = new SecretBox(SecretKeys.Load(file)).Encrypt(seller, "secret");

        new SecretBox(SecretKeys.Load(file)).Decrypt(seller, encrypted).ShouldBe("secret");
        Directory.GetFiles(folder.Path).ShouldBe([file]);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Processes_that_start_together_agree_on_one_key()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "secret.key");
        var seller = new TestIds().Next();
        var first = new SecretBox(SecretKeys.Load(file));

        Enumerable.Range(0, 8).AsParallel().Select(_ => new SecretBox(SecretKeys.Load(file))).ToList()
            .ShouldAllBe(box => first.Decrypt(seller, box.Encrypt(seller, "secret")) == "secret");
    }

    [Fact]
    public void A_file_that_others_may_read_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "secret.key");
        SecretKeys.Load(file);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Should.Throw<SecretException>(() => SecretKeys.Load(file)).Message.ShouldContain($"chmod 600 {file}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void A_key_of_another_length_is_refused(string text)
    {
        Should.Throw<SecretException>(() => SecretKeys.Parse(text)).Message.ShouldContain("openssl rand -base64 32");
    }
}
