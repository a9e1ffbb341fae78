using AgentIQ.Server.Demo;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void One_process_at_a_time_and_the_second_is_told_which()
    {
        using (DataFolder.Open(_folder.FullName))
        {
            Should.Throw<UserErrorException>(() => DataFolder.Open(_folder.FullName)).Message
                .ShouldContain($"process {Environment.ProcessId}");
        }

        DataFolder.Open(_folder.FullName).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_with_its_path()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");

        Should.Throw<UserErrorException>(() => DataFolder.Open(Path.Combine(file, "data"))).Message.ShouldContain("--data DIR");
    }

    [Fact]
    public void The_demo_password_is_made_once_and_its_owner_alone_reads_it()
    {
        using var folder = DataFolder.Open(_folder.FullName);

        var password = DemoPassword.ReadOrMake(folder);

        password.ShouldMatch("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$");
        DemoPassword.ReadOrMake(folder).ShouldBe(password);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.DemoPassword).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
