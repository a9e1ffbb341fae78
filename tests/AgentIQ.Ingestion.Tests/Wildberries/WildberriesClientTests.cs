using System.Net;
using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Ingestion.Wildberries;
using AgentIQ.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Ingestion.Tests.Wildberries;

/// <summary>Every kind of answer, told apart by its shape and turned into what the caller must do.</summary>
public sealed class WildberriesClientTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingPacer _pacer = new();

    [Theory]
    // The gateway's problem.
    [InlineData(401, """{"title":"unauthorized","detail":"token problem; token is malformed","code":"07e4668e","requestId":"7b80","origin":"s2s-api-auth-catalog","status":401,"statusText":"Unauthorized","timestamp":"2026-01-01T00:00:00Z"}""", ConnectorFault.Unauthorized, "token_refused", "token problem; token is malformed")]
    [InlineData(402, """{"title":"payment required","detail":"no balance"}""", ConnectorFault.Unauthorized, "payment_required", "no balance")]
    [InlineData(404, """{"title":"path not found","detail":"see docs","code":"1","requestId":"2","origin":"s2s-api-gw","status":404,"statusText":"Not Found","timestamp":"2026-01-01T00:00:00Z"}""", ConnectorFault.Refused, "path_unknown", "/api/v1/feedbacks")]
    [InlineData(429, """{"title":"too many requests","detail":"limited by 1b4e28ba","status":429,"statusText":"Too Many Requests"}""", ConnectorFault.RateLimited, "rate_limited", "")]
    // The service's envelope.
    [InlineData(403, """{"data":null,"error":true,"errorText":"Ошибка авторизации","additionalErrors":null,"requestId":"a"}""", ConnectorFault.Unauthorized, "access_denied", "Ошибка авторизации")]
    [InlineData(400, """{"data":null,"error":true,"errorText":"Плохой формат isAnswered","additionalErrors":null,"requestId":"a"}""", ConnectorFault.Refused, "refused", "Плохой формат isAnswered")]
    [InlineData(422, """{"data":null,"error":true,"errorText":"Невозможно получить отзыв по id","additionalErrors":null,"requestId":"a"}""", ConnectorFault.Refused, "refused", "Невозможно получить отзыв по id")]
    [InlineData(500, """{"data":null,"error":true,"errorText":"Something went wrong","additionalErrors":null,"requestId":"a"}""", ConnectorFault.Unavailable, "server_error", "Something went wrong")]
    [InlineData(200, """{"data":null,"error":true,"errorText":"Something went wrong","additionalErrors":null,"requestId":"a"}""", ConnectorFault.Refused, "refused", "Something went wrong")]
    // The answering method's.
    [InlineData(400, """{"title":"bad request","requestId":"00c","origin":"fbapi","detail":"Неверный синтаксис JSON"}""", ConnectorFault.Refused, "refused", "Неверный синтаксис JSON")]
    // The chat proxy's.
    [InlineData(400, """{"status":400,"title":"Bad Request","origin":"proxy-chats","detail":"Invalid signature","requestId":"1","error":"Invalid signature"}""", ConnectorFault.Refused, "refused", "Invalid signature")]
    // None of them.
    [InlineData(502, "<html><body>Bad Gateway</body></html>", ConnectorFault.Unavailable, "html_answer", "Bad Gateway")]
    [InlineData(200, "  <!doctype html><html>login</html>", ConnectorFault.Unavailable, "html_answer", "login")]
    [InlineData(503, "", ConnectorFault.Unavailable, "server_error", "")]
    [InlineData(200, "", ConnectorFault.Unavailable, "empty_answer", "200")]
    [InlineData(200, " \n", ConnectorFault.Unavailable, "empty_answer", "200")]
    [InlineData(200, """{"data":{"feedbacks":[{"id":"abc","text":"хорош""", ConnectorFault.Unavailable, "cut_answer", "хорош")]
    [InlineData(200, "OK", ConnectorFault.Malformed, "wrong_answer", "expected JSON")]
    [InlineData(200, """{"items":[]}""", ConnectorFault.Malformed, "wrong_answer", "\"data\"")]
    [InlineData(200, """[1]""", ConnectorFault.Malformed, "wrong_answer", "\"data\"")]
    [InlineData(200, """{"data":{"feedbacks":{}},"error":false,"errorText":""}""", ConnectorFault.Malformed, "wrong_answer", "data.feedbacks")]
    [InlineData(302, "", ConnectorFault.Unavailable, "server_error", "302")]
    public async Task An_answer_says_what_to_do(int status, string body, ConnectorFault fault, string code, string inText)
    {
        var error = await FailAsync(new StubHttp((HttpStatusCode)status, body));

        error.Fault.ShouldBe(fault);
        error.Reason.Code.ShouldBe(code);
        error.Reason.Text(Language.English).ShouldContain(inText);
        error.Reason.Text(Language.Russian).ShouldNotMatch(@"\{[a-z]+\}");
    }

    [Fact]
    public async Task No_message_holds_the_token_even_when_the_answer_repeats_it()
    {
        var error = await FailAsync(new StubHttp(HttpStatusCode.InternalServerError, $"you sent {TestTokens.Personal}"));

        error.ToString().ShouldNotContain(TestTokens.Personal);
        error.Message.ShouldContain("you sent ***");
    }

    [Fact]
    public async Task The_raw_token_is_the_whole_header()
    {
        var http = new StubHttp(HttpStatusCode.OK, Empty);
        await ConnectorOf(http).ListAsync(Connection(), new ListRequest(SyncPass.Answered, 40, 20), CancellationToken.None);

        var request = http.Requests.ShouldHaveSingleItem();
        request.Authorization.ShouldBe(TestTokens.Personal);
        request.PathAndQuery.ShouldBe("/api/v1/feedbacks?isAnswered=true&take=20&skip=40&order=dateDesc");
    }

    [Fact]
    public async Task A_token_with_a_line_break_never_reaches_a_header()
    {
        var http = new StubHttp(HttpStatusCode.OK, Empty);
        var connection = Connection() with { Secret = "abc\r\nX-Evil: 1" };

        var error = await Should.ThrowAsync<ConnectorException>(() =>
            ConnectorOf(http).ListAsync(connection, new ListRequest(SyncPass.Answered, 0, 10), CancellationToken.None));

        error.Reason.Code.ShouldBe(ReasonCodes.TokenMalformed);
        http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_token_that_has_expired_is_said_to_have_expired()
    {
        var expired = TestTokens.Make(3, exp: _time.GetUtcNow().AddDays(-1).ToUnixTimeSeconds());
        var connector = ConnectorOf(new StubHttp(HttpStatusCode.Unauthorized, """{"title":"unauthorized","detail":"token expired","status":401}"""));

        var error = await Should.ThrowAsync<ConnectorException>(() =>
            connector.ListAsync(Connection() with { Secret = expired }, new ListRequest(SyncPass.Answered, 0, 10), CancellationToken.None));

        error.Fault.ShouldBe(ConnectorFault.Unauthorized);
        error.Reason.Code.ShouldBe(ReasonCodes.TokenExpired);
    }

    [Fact]
    public async Task A_marketplace_that_says_nothing_is_left_after_the_time_limit()
    {
        var http = new StubHttp(async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, ct);
            throw new InvalidOperationException("never reached");
        });
        var call = FailAsync(http);
        await _time.WhenTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(31));

        var error = await call;
        error.Fault.ShouldBe(ConnectorFault.Unavailable);
        error.Reason.Code.ShouldBe(ReasonCodes.NoAnswer);
    }

    [Fact]
    public async Task A_call_that_the_caller_cancels_is_cancelled_and_no_fault()
    {
        using var cancel = new CancellationTokenSource();
        var http = new StubHttp(async (_, ct) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            throw new InvalidOperationException("never reached");
        });

        await Should.ThrowAsync<OperationCanceledException>(() =>
            ConnectorOf(http).ListAsync(Connection(), new ListRequest(SyncPass.Answered, 0, 10), cancel.Token));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_unavailable()
    {
        var error = await FailAsync(new StubHttp((_, _) => throw new HttpRequestException("Connection refused")));

        error.Fault.ShouldBe(ConnectorFault.Unavailable);
        error.Reason.Code.ShouldBe(ReasonCodes.Unreachable);
    }

    [Fact]
    public async Task A_limit_holds_the_pace_for_as_long_as_it_says()
    {
        var http = new StubHttp((_, _) =>
        {
            var response = StubHttp.Response(HttpStatusCode.TooManyRequests, """{"title":"too many requests","detail":"limited by x","status":429}""");
            response.Headers.Add("X-Ratelimit-Retry", "3598");
            return Task.FromResult(response);
        });

        var error = await FailAsync(http);

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3598));
        _pacer.Holds.ShouldBe([TimeSpan.FromSeconds(3598)]);
    }

    [Fact]
    public async Task Fewer_calls_left_than_we_count_correct_the_pace()
    {
        var http = new StubHttp((_, _) =>
        {
            var response = StubHttp.Response(HttpStatusCode.OK, Empty);
            response.Headers.Add("X-Ratelimit-Remaining", "2");
            return Task.FromResult(response);
        });

        await ConnectorOf(http).ListAsync(Connection(), new ListRequest(SyncPass.Unanswered, 0, 10), CancellationToken.None);

        _pacer.Corrections.ShouldBe([2]);
    }

    [Fact]
    public void Base_and_other_tokens_have_their_own_buckets_and_paces()
    {
        var connector = ConnectorOf(new StubHttp(HttpStatusCode.OK, Empty));

        connector.PaceOf(Connection()).ShouldBe(new ConnectorPace(TimeSpan.FromMilliseconds(1000.0 / 3), 6, 5000));
        var scarce = connector.PaceOf(Connection() with { Secret = TestTokens.Base });
        scarce.ShouldBe(new ConnectorPace(TimeSpan.FromMinutes(12), 1, 5000));
        scarce.IsScarce.ShouldBeTrue();
    }

    [Fact]
    public async Task A_check_costs_nothing_of_the_feedbacks_bucket()
    {
        var http = new StubHttp(HttpStatusCode.OK, """{"TS":"2026-03-02T12:00:00Z","Status":"OK"}""");

        await ConnectorOf(http).CheckAsync(Connection(), CancellationToken.None);

        http.Requests.ShouldHaveSingleItem().PathAndQuery.ShouldBe("/ping");
        _pacer.Acquired.ShouldBe(["wildberries/ping"]);
    }

    private const string Empty = """{"data":{"countUnanswered":0,"countArchive":0,"feedbacks":[]},"error":false,"errorText":"","additionalErrors":null}""";

    private static ChannelConnection Connection() => new(Guid.AllBitsSet, Guid.AllBitsSet, TestTokens.Personal, DateTimeOffset.UnixEpoch);

    private Task<ConnectorException> FailAsync(StubHttp http) => Should.ThrowAsync<ConnectorException>(() =>
        ConnectorOf(http).ListAsync(Connection(), new ListRequest(SyncPass.Unanswered, 0, 10), CancellationToken.None));

    private WildberriesFeedbacksConnector ConnectorOf(StubHttp http) => new(
        new WildberriesClient(http, _pacer, new WildberriesOptions(), _time, NullLogger<WildberriesClient>.Instance), _time);
}
