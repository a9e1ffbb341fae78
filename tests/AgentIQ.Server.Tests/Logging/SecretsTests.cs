using AgentIQ.Server.Logging;

namespace AgentIQ.Server.Tests.Logging;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("Authorization: Bearer abc.def-123 tail", "abc.def-123")]
    [InlineData("token eyJhbGciOiJFUzI1NiJ9.eyJzaWQiOiIxIn0.c2lnbmF0dXJl went", "eyJhbGciOiJFUzI1NiJ9")]
    [InlineData("Host=db;Username=u;Password=hunter2;Port=1", "hunter2")]
    [InlineData("""{"email":"a@b","password":"hunter 2"}""", "hunter 2")]
    [InlineData("""{\"api_key\":\"hunter2\"}""", "hunter2")]
    [InlineData("access_token=hunter2&x=1", "hunter2")]
    [InlineData("refreshToken: hunter2", "hunter2")]
    [InlineData("Cookie: agentiq=CfDJ8abc", "CfDJ8abc")]
    public void Secrets_are_hidden(string line, string secret)
    {
        var shown = Secrets.Hide(line);

        shown.ShouldNotContain(secret);
        shown.ShouldContain("***");
    }

    [Theory]
    [InlineData("GET /api/interactions 200 in 3.1 ms")]
    [InlineData("Version=0.0.0.0, Culture=neutral, PublicKeyToken=null")]
    [InlineData("the token has expired: ask for another")]
    [InlineData("Пароль не подошёл")]
    public void Other_text_stays(string line) => Secrets.Hide(line).ShouldBe(line);
}
