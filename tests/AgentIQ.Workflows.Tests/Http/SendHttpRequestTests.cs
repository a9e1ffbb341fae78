using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Durable;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Http;

/// <summary>Requests of workflows, over real HTTP.</summary>
public sealed class SendHttpRequestTests
{
    private const string Secret = "Bearer 5ecret-t0ken";

    [Fact]
    public async Task The_answer_goes_into_the_outputs_and_the_ways_of_its_code_and_done_are_followed()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers["X-Answer"] = "42";
            await context.Response.WriteAsJsonAsync(new { name = "Анна", got = $"{context.Request.Method} {context.Request.QueryString}" });
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Flow($"{server.Address}?q=1", ("parsedContent", Bind("content")), ("statusCode", Bind("code")), ("responseHeaders", Bind("headers"))),
                Define.Of("ok", "Test.Note", ("text", Define.Script("variables.code + ' ' + variables.content.name + ' ' + variables.content.got + ' ' + variables.headers['X-Answer'][0]"))),
                Define.Of("done", "Test.Note", ("text", Define.Literal("done"))), Define.Of("other", "Test.Note", ("text", Define.Literal("other"))),
            ],
            "h.200>ok h>done h.Unmatched_status_code>other".Replace('_', '\u00a0'), variables: [Define.Variable("content"), Define.Variable("code"), Define.Variable("headers")]).Replace("\\u00A0", " "));
        await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.NotesAsync()).Order().ShouldBe(["200 Анна GET ?q=1 42", "done"]);
    }

    [Fact]
    public async Task A_request_carries_its_method_content_headers_and_idempotency_key()
    {
        var seen = new ConcurrentQueue<(string Line, IHeaderDictionary Headers, string Body)>();
        await using var server = await TestServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            seen.Enqueue(($"{context.Request.Method} {context.Request.ContentType}", new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Flow(server.Address.ToString(), ("method", Define.Literal("post")), ("content", Define.Script("({имя: 'Анна', n: 1})")), ("authorization", Define.Literal(Secret)),
                    ("requestHeaders", Define.Expression("Object", """{"X-Key": "k-5ecret"}"""))),
            ], ""));
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        var (line, headers, body) = seen.ShouldHaveSingleItem();
        line.ShouldBe("POST application/json");
        body.ShouldBe("""{"имя":"Анна","n":1}""");
        headers.Authorization.ToString().ShouldBe(Secret);
        headers["X-Key"].ToString().ShouldBe("k-5ecret");
        headers["Idempotency-Key"].ToString().ShouldStartWith(id.ToString());
    }

    [Fact]
    public async Task Secrets_are_stored_nowhere_readably()
    {
        await using var server = await TestServer.StartAsync(_ => Task.CompletedTask);
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Flow(server.Address.ToString(), ("authorization", Define.Script("'Bearer 5ecret-' + 't0ken'")), ("requestHeaders", Define.Script("({'X-Key': 'k-' + '5ecret'})"))), Define.Event("e", "Never"),
            ], "h>e"));
        await engine.StartAsync();
        await engine.RunBurstsAsync();
        await SearchAsync();
        await engine.PumpAsync();
        await SearchAsync();

        async Task SearchAsync()
        {
            foreach (var table in (await engine.InTenantAsync(s => s.Connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'agentiq' AND tablename LIKE 'workflow%' AND tablename NOT IN ('workflow_definitions', 'workflow_platform_versions') AND tablename NOT LIKE 'workflow_bursts_%'"))).ToList())
            {
                (await engine.InTenantAsync(s => s.Connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM agentiq.{table} t WHERE t::text LIKE '%5ecret%'"))).ShouldBe(0, table);
            }
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Addresses_that_are_not_public_are_not_reached(string url)
    {
        var reached = false;
        await using var server = await TestServer.StartAsync(_ =>
        {
            reached = true;
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync(allowsLoopback: false);
        await engine.PublishAsync(Define.Flow([Flow(string.Format(url, server.Port), ("method", Define.Literal("POST"))), "z"], "h>z h.Failed_to_connect>z"));
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.IncidentsAsync(id)).ShouldHaveSingleItem().Message.ShouldContain("must not be reached by a workflow");
        reached.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ftp://example.com/", "expected an absolute http or https address")]
    [InlineData("file:///etc/passwd", "expected an absolute http or https address")]
    [InlineData("/relative", "expected an absolute http or https address")]
    [InlineData("http://user:pass@example.com/", "name or password in the address")]
    public async Task Addresses_that_are_none_are_refused_before_anything_is_sent(string url, string problem)
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Flow(url)], ""));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.IncidentsAsync(id)).ShouldHaveSingleItem().Message.ShouldContain(problem);
        (await engine.CountAsync("workflow_effects")).ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_not_followed()
    {
        var visits = new ConcurrentQueue<string>();
        await using var server = await TestServer.StartAsync(context =>
        {
            visits.Enqueue(context.Request.Path);
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Flow(server.Address.ToString(), ("statusCode", Bind("code"))), Define.Of("n", "Test.Note", ("text", Define.Script("variables.code")))], "h>n", variables: [Define.Variable("code")]));
        await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.NotesAsync()).ShouldBe(["302"]);
        visits.ShouldBe(["/"]);
    }

    [Theory]
    [InlineData("GET", null, 3)]
    [InlineData("PUT", null, 3)]
    [InlineData("POST", null, 1)]
    [InlineData("POST", 4, 4)]
    [InlineData("GET", 1, 1)]
    public async Task What_is_out_for_now_is_asked_again_where_that_is_safe(string method, int? attempts, int expected)
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync();
        var call = Flow(server.Address.ToString(), ("method", Define.Literal(method)), ("statusCode", Bind("code")));
        call["customProperties"] = new JsonObject { ["resilienceStrategy"] = new JsonObject { ["attempts"] = attempts, ["delay"] = "00:00:00" } };
        await engine.PublishAsync(Define.Flow([call, Define.Of("n", "Test.Note", ("text", Define.Script("variables.code")))], "h>n", variables: [Define.Variable("code")]));
        await engine.StartAsync();

        await engine.PumpAsync();

        asked.ShouldBe(expected);
        (await engine.NotesAsync()).ShouldBe(["503"]);
    }

    [Fact]
    public async Task An_expected_code_is_an_answer_whatever_it_is()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Flow(server.Address.ToString(), ("expectedStatusCodes", Define.Expression("Object", "[200, 503]"))), Define.Of("n", "Test.Note", ("text", Define.Literal("out")))], "h.503>n"));
        await engine.StartAsync();
        await engine.PumpAsync();
        asked.ShouldBe(1);
        (await engine.NotesAsync()).ShouldBe(["out"]);
    }

    [Theory]
    [InlineData(true, "Failed to connect")]
    [InlineData(false, null)]
    public async Task Nobody_there(bool isHandled, string? way)
    {
        await using var engine = await CreateAsync();
        var call = Flow($"http://127.0.0.1:{FreePort()}/", ("method", Define.Literal("POST")));
        await engine.PublishAsync(Connect(call, isHandled ? way! : "Done"));
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(isHandled ? ["n"] : []);
        (await engine.IncidentsAsync(id)).Count.ShouldBe(isHandled ? 0 : 1);
    }

    [Fact]
    public async Task Nobody_answers_in_time()
    {
        var asked = new TaskCompletionSource();
        var stop = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async _ =>
        {
            asked.TrySetResult();
            await stop.Task;
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Connect(Flow(server.Address.ToString(), ("method", Define.Literal("POST"))), "Timeout"));
        await engine.StartAsync();
        await engine.RunBurstsAsync();
        var running = engine.RunEffectsAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

        engine.Time.Advance(TimeSpan.FromSeconds(60));
        await running;
        stop.SetResult();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["n"]);
    }

    [Fact]
    public async Task After_a_crash_a_post_is_not_sent_again_and_the_workflow_hears_that_nobody_knows()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Connect(Flow(server.Address.ToString(), ("method", Define.Literal("POST"))), "Timeout"));
        await engine.StartAsync();
        await engine.RunBurstsAsync();
        await engine.InTenantAsync(scope => scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_effects SET state = 'running', attempts = 1"));

        await engine.PumpAsync();

        asked.ShouldBe(0);
        (await engine.NotesAsync()).ShouldBe(["n"]);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_to_a_huge_one_is_a_failure()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var zeros = new byte[64 * 1024];
            for (var i = 0; i < 64; i++)
            {
                await zip.WriteAsync(zeros);
            }
        });
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Flow(server.Address.ToString()), "z"], "h>z"));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.IncidentsAsync(id)).ShouldHaveSingleItem().Message.ShouldContain("larger than 1048576 bytes");
    }

    [Theory]
    [InlineData("Host", "x", "set by the connection itself")]
    [InlineData("Transfer-Encoding", "chunked", "set by the connection itself")]
    [InlineData("X Y", "x", "no name of a header")]
    [InlineData("X-Y", "a\r\nX-Z: b", "line break")]
    public async Task Headers_that_would_change_the_request_itself_are_refused(string name, string value, string problem)
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Flow("https://example.com/", ("requestHeaders", Define.Expression("Object", new JsonObject { [name] = value }.ToJsonString())))], ""));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        var incident = (await engine.IncidentsAsync(id)).ShouldHaveSingleItem();
        incident.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task Embedded_activities_run_by_status_code_and_may_wait()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("gone");
        });
        await using var engine = await CreateAsync();
        var call = Define.Of("h", "Elsa.SendHttpRequest", ("url", Define.Literal(server.Address.ToString())), ("parsedContent", Bind("content")),
            ("expectedStatusCodes", new JsonArray(
                new JsonObject { ["statusCode"] = 200, ["activity"] = Define.Of("ok", "Test.Note", ("text", Define.Literal("ok"))) },
                new JsonObject { ["statusCode"] = 204 },
                new JsonObject { ["statusCode"] = 404, ["activity"] = Define.Sequence("s", Define.Event("e", "Go"), Define.Of("missing", "Test.Note", ("text", Define.Script("variables.content")))) })));
        await engine.PublishAsync(Define.Flow([call, Define.Of("after", "Test.Note", ("text", Define.Script("variables.content + '!'")))], "h>after", variables: [Define.Variable("content")]));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["gone", "gone!"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [InlineData("unmatchedStatusCode", 500, "m")]
    [InlineData("failedToConnect", 0, "m")]
    [InlineData(null, 500, "after")]
    public async Task The_embedded_ports_of_what_was_not_expected(string? port, int code, string expected)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = code;
            return Task.CompletedTask;
        });
        await using var engine = await CreateAsync();
        var call = Define.Of("h", "Elsa.SendHttpRequest", ("url", Define.Literal(code == 0 ? $"http://127.0.0.1:{FreePort()}/" : server.Address.ToString())), ("method", Define.Literal("POST")));
        if (port is not null)
        {
            call[port] = Define.Of("m", "Test.Note", ("text", Define.Literal("m")));
        }

        await engine.PublishAsync(Define.Flow([call, Define.Of("after", "Test.Note", ("text", Define.Literal("after")))], "h>after"));
        await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.NotesAsync()).ShouldBe(port is null ? [expected] : [expected, "after"]);
    }

    private static string Connect(JsonObject call, string port)
    {
        var json = JsonNode.Parse(Define.Flow([call, Define.Of("n", "Test.Note", ("text", Define.Literal("n")))], "h.Port>n"))!;
        json["root"]!["connections"]![0]!["source"]!["port"] = port;
        return json.ToJsonString();
    }

    private static JsonObject Flow(string url, params (string Name, object? Value)[] properties) =>
        Define.Of("h", "Elsa.FlowSendHttpRequest", [("url", Define.Literal(url)), .. properties]);

    private static JsonObject Bind(string variable) => new() { ["memoryReference"] = new JsonObject { ["id"] = variable } };

    private static Task<Engine> CreateAsync(bool allowsLoopback = true) => Engine.CreateAsync(
        services => services.AddSingleton(new SecretBox(SecretKeys.Parse(Convert.ToBase64String(new byte[32])))),
        options =>
        {
            if (allowsLoopback)
            {
                options.Http.AllowedNetworks.Add(IPNetwork.Parse("127.0.0.0/8"));
            }
        });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
