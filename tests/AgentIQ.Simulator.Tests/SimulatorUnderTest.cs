using System.Text;

namespace AgentIQ.Simulator.Tests;

/// <summary>A simulator on loopback with a clock that stands still, one seller, and a client that speaks HTTP to it.</summary>
internal sealed class SimulatorUnderTest : IAsyncDisposable
{
    private readonly HttpClient _client;

    private SimulatorUnderTest(SimulatorHost host, ManualTimeProvider clock)
    {
        Host = host;
        Clock = clock;
        Seller = host.Wildberries.AddSeller("Дом и лад", "Ладница");
        Token = Seller.IssueToken();
        _client = new HttpClient { BaseAddress = host.BaseAddress };
    }

    public SimulatorHost Host { get; }

    public ManualTimeProvider Clock { get; }

    public WildberriesSimulator Wildberries => Host.Wildberries;

    public WildberriesSeller Seller { get; }

    /// <summary>The token of the requests; empty sends none.</summary>
    public string Token { get; set; }

    public static async Task<SimulatorUnderTest> StartAsync(
        Func<WildberriesOptions, WildberriesOptions>? wildberries = null,
        Func<SimulatorOptions, SimulatorOptions>? simulator = null,
        bool rateLimits = false)
    {
        var clock = new ManualTimeProvider();
        var unlimited = new WildberriesOptions { EnforceRateLimits = rateLimits };
        var options = new SimulatorOptions { Time = clock, Wildberries = wildberries?.Invoke(unlimited) ?? unlimited };
        var host = await SimulatorHost.StartAsync(simulator?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        return new SimulatorUnderTest(host, clock);
    }

    public Feedback Add(string text = "Хорошая сковорода", int stars = 5, TimeSpan? age = null, long article = 41200101, string id = "") => Seller.Add(new Feedback
    {
        Id = id,
        Text = text,
        ProductValuation = stars,
        UserName = "Марина К.",
        CreatedDate = Clock.GetUtcNow() - (age ?? TimeSpan.FromMinutes(1)),
        ProductDetails = new FeedbackProduct { NmId = article, ProductName = "Сковорода" },
    });

    public Task<WireReply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<WireReply> ListAsync(bool isAnswered = false, string more = "") =>
        GetAsync($"/api/v1/feedbacks?isAnswered={(isAnswered ? "true" : "false")}&take=100&skip=0{more}");

    public Task<WireReply> PostAnswerAsync(string id, string text = "Спасибо за отзыв!") => AnswerAsync(HttpMethod.Post, id, text);

    public Task<WireReply> PatchAnswerAsync(string id, string text = "Спасибо за отзыв!") => AnswerAsync(HttpMethod.Patch, id, text);

    public Task<WireReply> SendJsonAsync(HttpMethod method, string path, string json) =>
        SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public async Task<WireReply> SendAsync(HttpRequestMessage request, CancellationToken? cancellationToken = null)
    {
        using (request)
        {
            if (Token.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Authorization", Token);
            }

            using var response = await _client.SendAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new WireReply(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                body,
                response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
    }

    private Task<WireReply> AnswerAsync(HttpMethod method, string id, string text) =>
        SendJsonAsync(method, "/api/v1/feedbacks/answer", JsonSerializer.Serialize(new { id, text }));
}
