using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Durable;

namespace AgentIQ.Workflows.Tests.Http;

/// <summary>Requests to workflows, over real HTTP: one process takes them, another does the work.</summary>
public sealed class HttpEndpointTests
{
    [Fact]
    public async Task A_request_starts_a_workflow_that_answers_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Endpoint("in", "orders/{id}", ["POST"], ("parsedContent", Bind("content")), ("routeData", Bind("route")), ("queryStringData", Bind("query")), ("headers", Bind("headers"))),
                Answer("out", "Created", Define.Script("({hello: variables.content.name, id: variables.route.id, q: variables.query.q, agent: variables.headers['x-agent'], auth: variables.headers.authorization || 'none'})"),
                    ("responseHeaders", Define.Expression("Object", """{"X-Made-By": "workflow"}"""))),
            ],
            "in>out", variables: [Define.Variable("content"), Define.Variable("route"), Define.Variable("query"), Define.Variable("headers")]));
        await using var web = await WebProcess.StartAsync(engine);

        using var request = new HttpRequestMessage(HttpMethod.Post, "shop/orders/17?q=5") { Content = JsonContent.Create(new { name = "Анна" }) };
        request.Headers.Add("X-Agent", "test");
        request.Headers.Add("Authorization", "Bearer 5ecret");
        var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"hello":"Анна","id":"17","q":"5","agent":"test","auth":"none"}""");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Headers.GetValues("X-Made-By").ShouldBe(["workflow"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
    }

    [Fact]
    public async Task An_answer_after_an_effect_still_reaches_the_caller()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "ask", ["GET"]), Define.Of("c", "Test.Call"), Answer("out", "OK", Define.Literal("late but here"))], "in>c c>out"));
        await using var web = await WebProcess.StartAsync(engine);
        (await web.Client.GetStringAsync("shop/ask")).ShouldBe("late but here");
    }

    [Fact]
    public async Task A_workflow_that_waits_without_answering_is_accepted_and_goes_on_with_the_next_request()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "begin", ["POST"]), Endpoint("more", "next/{what}", ["GET"], ("routeData", Bind("route"))), Answer("out", "OK", Define.Script("variables.route.what"))], "in>more more>out", variables: [Define.Variable("route")]));
        await using var web = await WebProcess.StartAsync(engine);

        var begun = await web.Client.PostAsync("shop/begin?correlationId=c1", content: null);
        begun.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = await begun.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("status").GetString().ShouldBe("Suspended");
        await web.Client.PostAsync("shop/begin?correlationId=c2", content: null);

        (await web.Client.GetAsync("shop/next/a")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await web.Client.GetStringAsync("shop/next/b?correlationId=c2")).ShouldBe("b");
        (await web.Client.GetStringAsync($"shop/next/c?workflowInstanceId={body.GetProperty("workflowInstanceId").GetString()}")).ShouldBe("c");
        (await web.Client.GetAsync("shop/next/d")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Finished'")).ShouldBe(2);
    }

    [Fact]
    public async Task Without_an_answer_the_caller_hears_how_it_ended()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "quiet", ["GET"]), "z"], "in>z", id: "quiet"));
        await engine.PublishAsync(Define.Flow([Endpoint("in", "broken", ["GET"]), Define.Fault("f")], "in>f", id: "broken"));
        await using var web = await WebProcess.StartAsync(engine);
        var quiet = await web.Client.GetAsync("shop/quiet");
        quiet.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await quiet.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("Finished");
        (await web.Client.GetAsync("shop/broken")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("GET", "shop/none", 404)]
    [InlineData("GET", "other/orders/1", 404)]
    [InlineData("DELETE", "shop/orders/1", 405)]
    [InlineData("GET", "shop/orders/1/2", 404)]
    public async Task Where_nobody_waits(string method, string path, int status)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "orders/{id}", ["GET", "POST"])], ""));
        await using var web = await WebProcess.StartAsync(engine);
        ((int)(await web.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).StatusCode).ShouldBe(status);
        (await engine.CountAsync("workflow_instances")).ShouldBe(0);
    }

    [Fact]
    public async Task The_most_specific_path_wins()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "orders/{id}", ["GET"]), Answer("out", "OK", Define.Literal("any"))], "in>out", id: "any"));
        await engine.PublishAsync(Define.Flow([Endpoint("in", "orders/new", ["GET"]), Answer("out", "OK", Define.Literal("new"))], "in>out", id: "new"));
        await using var web = await WebProcess.StartAsync(engine);
        (await web.Client.GetStringAsync("shop/orders/new")).ShouldBe("new");
        (await web.Client.GetStringAsync("shop/orders/7")).ShouldBe("any");
    }

    [Theory]
    [InlineData(true, null, null, 401)]
    [InlineData(true, null, "elsewhere/boss", 403)]
    [InlineData(true, null, "shop/clerk", 200)]
    [InlineData(true, "Boss", "shop/clerk", 403)]
    [InlineData(true, "Boss", "shop/boss", 200)]
    [InlineData(false, "Boss", null, 401)]
    [InlineData(true, "Unheard", "shop/boss", 403)]
    [InlineData(false, null, null, 403)]
    public async Task Who_may_call(bool authorize, string? policy, string? user, int status)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "door", ["GET"], ("authorize", Define.Literal(authorize ? "true" : "false")), ("policy", Define.Literal(policy)))], ""));
        await using var web = await WebProcess.StartAsync(engine, http => http.AllowAnonymous = false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "shop/door");
        if (user is not null)
        {
            request.Headers.Add("X-Test-User", user);
        }

        ((int)(await web.Client.SendAsync(request)).StatusCode).ShouldBe(status);
        (await engine.CountAsync("workflow_instances")).ShouldBe(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task Forms_files_and_texts_are_parsed()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [Endpoint("in", "echo", ["POST"], ("parsedContent", Bind("content")), ("files", Bind("files"))), Answer("out", "OK", Define.Script("({content: variables.content, files: variables.files})"))],
            "in>out", variables: [Define.Variable("content"), Define.Variable("files")]));
        await using var web = await WebProcess.StartAsync(engine);

        (await EchoAsync(new StringContent("просто текст", Encoding.UTF8, "text/plain")))["content"]!.GetValue<string>().ShouldBe("просто текст");
        var form = await EchoAsync(new FormUrlEncodedContent([new("a", "1"), new("b", "2"), new("b", "3")]));
        form["content"]!.ToJsonString().ShouldBe("""{"a":"1","b":["2","3"]}""");
        var upload = await EchoAsync(new MultipartFormDataContent { { new StringContent("x"), "note" }, { new ByteArrayContent([1, 2, 3]), "photo", "../cat.png" } });
        upload["content"]!["note"]!.GetValue<string>().ShouldBe("x");
        upload["files"]![0]!["fileName"]!.GetValue<string>().ShouldBe("cat.png");
        upload["files"]![0]!["content"]!.GetValue<string>().ShouldBe("AQID");

        async Task<JsonNode> EchoAsync(HttpContent content) => JsonNode.Parse(await (await web.Client.PostAsync("shop/echo", content)).Content.ReadAsStringAsync())!;
    }

    [Fact]
    public async Task What_is_too_large_or_of_the_wrong_kind_does_not_get_in()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [Endpoint("in", "small", ["POST"], ("requestSizeLimit", Define.Literal("2000")), ("fileSizeLimit", Define.Literal("10")), ("allowedFileExtensions", Define.Expression("Object", "[\"png\"]")))], ""));
        await using var web = await WebProcess.StartAsync(engine);
        (await StatusAsync(new StringContent(new string('x', 2001)))).ShouldBe(413);
        (await StatusAsync(new StreamContent(new MemoryStream(new byte[5000])))).ShouldBe(413);
        (await StatusAsync(new MultipartFormDataContent { { new ByteArrayContent(new byte[11]), "f", "a.png" } })).ShouldBe(413);
        (await StatusAsync(new MultipartFormDataContent { { new ByteArrayContent(new byte[1]), "f", "a.exe" } })).ShouldBe(415);
        (await StatusAsync(new MultipartFormDataContent { { new ByteArrayContent(new byte[1]), "f", "a.png" } })).ShouldBe(200);
        (await engine.CountAsync("workflow_instances")).ShouldBe(1);

        async Task<int> StatusAsync(HttpContent content) => (int)(await web.Client.PostAsync("shop/small", content)).StatusCode;
    }

    [Fact]
    public async Task A_caller_does_not_wait_for_ever()
    {
        await using var engine = await Engine.CreateAsync();
        var (called, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        engine.Probe.Outside = async (_, _) =>
        {
            called.SetResult();
            await answer.Task;
            return AgentIQ.Workflows.Activities.EffectResult.Success("ok");
        };
        await engine.PublishAsync(Define.Flow([Endpoint("in", "slow", ["GET"], ("requestTimeout", Define.Literal("00:00:05"))), Define.Of("c", "Test.Call"), Answer("out", "OK", Define.Literal("late"))], "in>c c>out"));
        await using var web = await WebProcess.StartAsync(engine);
        var waiting = web.Client.GetAsync("shop/slow");
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        engine.Time.Advance(TimeSpan.FromSeconds(5));
        (await waiting).StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        answer.SetResult();
        await engine.Worker.StopAsync(CancellationToken.None);
        await engine.PumpAsync();

        // The late answer is written all the same: that nobody reads it is no fault of the workflow's.
        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Finished'")).ShouldBe(1);
        (await engine.CountAsync("workflow_incidents")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Set-Cookie", "is for the installation to set")]
    [InlineData("Content-Security-Policy", "is for the installation to set")]
    public async Task A_workflow_cannot_loosen_what_protects_the_desk(string header, string problem)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Endpoint("in", "x", ["GET"]), Answer("out", "OK", Define.Literal("x"), ("responseHeaders", Define.Expression("Object", $$"""{"{{header}}": "v"}""")))], "in>out"));
        await using var web = await WebProcess.StartAsync(engine);
        (await web.Client.GetAsync("shop/x")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await engine.IncidentsAsync()).ShouldHaveSingleItem().Message.ShouldContain(problem);
    }

    [Fact]
    public async Task An_answer_needs_a_request()
    {
        var run = await new InMemory(Define.Flow([Answer("out", "OK", Define.Literal("x"))], "")).StartAsync();
        run.Incidents.ShouldHaveSingleItem().Message.ShouldContain("no HTTP Endpoint of this workflow took one");
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
    }

    [Theory]
    [InlineData("orders/{id", "is no path")]
    [InlineData("a//b", "is no path")]
    public void A_path_that_is_none_is_refused_at_publish(string path, string problem) =>
        InMemory.Compile(Define.Flow([Endpoint("in", path, ["GET"])], "")).Diagnostics.ShouldContain(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains(problem));

    [Fact]
    public void Who_may_call_must_be_a_literal() =>
        InMemory.Compile(Define.Flow([Endpoint("in", "a", ["GET"], ("authorize", Define.Script("false")))], "")).Diagnostics
            .ShouldContain(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains("must be a literal"));

    private static JsonObject Endpoint(string id, string path, string[] methods, params (string Name, object? Value)[] properties) => Define.Of(
        id, "Elsa.HttpEndpoint",
        [("path", Define.Literal(path)), ("supportedMethods", Define.Expression("Object", JsonSerializer.Serialize(methods))), ("customProperties", new { canStartWorkflow = id == "in" }), .. properties]);

    private static JsonObject Answer(string id, string status, JsonObject content, params (string Name, object? Value)[] properties) =>
        Define.Of(id, "Elsa.WriteHttpResponse", [("statusCode", Define.Literal(status)), ("content", content), .. properties]);

    private static JsonObject Bind(string variable) => new() { ["memoryReference"] = new JsonObject { ["id"] = variable } };
}
