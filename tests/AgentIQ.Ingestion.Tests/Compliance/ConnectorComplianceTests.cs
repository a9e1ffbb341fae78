using AgentIQ.Interactions;

namespace AgentIQ.Ingestion.Tests.Compliance;

/// <summary>
/// What every connector must do, so that the sync and the sending work with it. A new connector derives a class with its
/// harness and changes nothing here.
/// </summary>
public abstract class ConnectorComplianceTests : IAsyncLifetime
{
    private ConnectorHarness _harness = null!;

    private IConnector Connector => _harness.Connector;

    public async ValueTask InitializeAsync() => _harness = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<ConnectorHarness> StartAsync();

    [Fact]
    public async Task Pages_are_newest_first_and_together_hold_every_item_once()
    {
        var written = Enumerable.Range(0, 7).Select(minutes => _harness.Write(minutes, $"Текст {minutes}")).ToList();

        var pages = new List<ItemPage>();
        while (pages.Count == 0 || !pages[^1].IsLast)
        {
            pages.Add(await ListAsync(SyncPass.Unanswered, pages.Sum(page => page.Records.Count), 3));
        }

        pages.SelectMany(page => page.Records).Select(record => record.ExternalId).ShouldBe(written);
        pages.Select(page => page.Records.Count).ShouldBe([3, 3, 1]);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_and_the_last()
    {
        _harness.Write(0, "Текст");

        var page = await ListAsync(SyncPass.Unanswered, 50, 10);

        page.Records.ShouldBeEmpty();
        page.IsLast.ShouldBeTrue();
    }

    [Fact]
    public async Task Times_fall_along_the_list_so_that_a_watermark_can_stop_it()
    {
        foreach (var minutes in new[] { 5, 1, 9, 3 })
        {
            _harness.Write(minutes, "Текст");
        }

        var times = (await ItemsAsync(SyncPass.Unanswered)).Select(item => item.OccurredAt).ToList();

        times.ShouldBe(times.OrderDescending());
        times.ShouldAllBe(time => time.Offset == TimeSpan.Zero);
    }

    [Fact]
    public async Task An_item_is_the_same_however_often_and_whichever_way_it_is_read()
    {
        var id = _harness.Write(0, "Ёмкость отличная 👍");

        var listed = (await ItemsAsync(SyncPass.Unanswered)).ShouldHaveSingleItem();
        var again = (await ItemsAsync(SyncPass.Unanswered)).ShouldHaveSingleItem();
        var read = (await ReadAsync(id)).ShouldNotBeNull();

        foreach (var other in new[] { again, read })
        {
            other.Key.ShouldBe(listed.Key);
            other.Content.ShouldBe(listed.Content);
            other.OccurredAt.ShouldBe(listed.OccurredAt);
        }

        listed.Key.Marketplace.ShouldBe(Connector.Descriptor.Marketplace);
        listed.Key.Channel.ShouldBe(Connector.Descriptor.Channel);
        listed.Content.Text.ShouldBe("Ёмкость отличная 👍");
        listed.Content.Raw.ShouldContain(id);
        listed.ConnectedAt.ShouldBe(_harness.Connection.ConnectedAt);
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_none() => (await ReadAsync("no-such-item-000000")).ShouldBeNull();

    [Fact]
    public async Task A_broken_record_stays_in_its_place_and_spoils_nothing()
    {
        _harness.Write(0, "Первый");
        _harness.Write(1, "Второй");
        _harness.Break(ComplianceFault.BrokenFirstRecord);

        var page = await ListAsync(SyncPass.Unanswered, 0, 10);

        var broken = page.Records[0].ShouldBeOfType<BrokenRecord>();
        broken.Problem.ShouldContain("expected");
        broken.Raw.ShouldNotBeEmpty();
        page.Records[1].ShouldBeOfType<UnderstoodRecord>();
    }

    [Theory]
    [InlineData(ComplianceFault.ServerError, ConnectorFault.Unavailable)]
    [InlineData(ComplianceFault.HtmlPage, ConnectorFault.Unavailable)]
    [InlineData(ComplianceFault.EmptyBody, ConnectorFault.Unavailable)]
    [InlineData(ComplianceFault.HalfBody, ConnectorFault.Unavailable)]
    [InlineData(ComplianceFault.ConnectionReset, ConnectorFault.Unavailable)]
    [InlineData(ComplianceFault.OtherShape, ConnectorFault.Malformed)]
    public async Task A_wrong_answer_says_what_to_do_and_the_next_call_works(ComplianceFault fault, ConnectorFault expected)
    {
        _harness.Write(0, "Текст");
        _harness.Break(fault);

        (await FailAsync(() => ListAsync(SyncPass.Unanswered, 0, 10))).Fault.ShouldBe(expected);

        (await ItemsAsync(SyncPass.Unanswered)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_limit_says_how_long_to_wait()
    {
        _harness.Break(ComplianceFault.RateLimit);

        var error = await FailAsync(() => ListAsync(SyncPass.Unanswered, 0, 10));

        error.Fault.ShouldBe(ConnectorFault.RateLimited);
        error.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_refused_secret_is_unauthorized_in_every_call_and_never_shown()
    {
        var id = _harness.Write(0, "Текст");
        Func<Task>[] calls =
        [
            () => Connector.CheckAsync(_harness.Refused, CancellationToken.None),
            () => Connector.ListAsync(_harness.Refused, new ListRequest(SyncPass.Unanswered, 0, 10), CancellationToken.None),
            () => Connector.ReadAsync(_harness.Refused, id, CancellationToken.None),
            () => Connector.SendAsync(_harness.Refused, Reply(id, "Спасибо за отзыв!"), CancellationToken.None),
        ];

        foreach (var call in calls)
        {
            var error = await FailAsync(call);
            error.Fault.ShouldBe(ConnectorFault.Unauthorized);
            error.ToString().ShouldNotContain(_harness.Refused.Secret);
        }

        _harness.AnswersTo(id).ShouldBe(0);
        await Connector.CheckAsync(_harness.Connection, CancellationToken.None);
    }

    [Fact]
    public async Task A_sent_answer_is_read_back_and_moves_to_the_other_half()
    {
        var id = _harness.Write(0, "Текст");
        _harness.Write(1, "Другой");

        await Connector.SendAsync(_harness.Connection, Reply(id, "Спасибо за отзыв!"), CancellationToken.None);

        var item = (await ReadAsync(id)).ShouldNotBeNull();
        ReplyText.Same("Спасибо за отзыв!", item.Content.Answer.ShouldNotBeNull().Text).ShouldBeTrue();
        item.IsAnswered.ShouldBeTrue();
        (await ItemsAsync(SyncPass.Answered)).ShouldHaveSingleItem().Key.ExternalId.ShouldBe(id);
        (await ItemsAsync(SyncPass.Unanswered)).ShouldHaveSingleItem().Key.ExternalId.ShouldNotBe(id);
    }

    [Fact]
    public async Task A_response_that_is_lost_can_be_cleared_up_by_reading_back()
    {
        var id = _harness.Write(0, "Текст");
        _harness.Break(ComplianceFault.LostResponse);

        (await FailAsync(() => Connector.SendAsync(_harness.Connection, Reply(id, "Спасибо за отзыв!"), CancellationToken.None)))
            .Fault.ShouldBe(ConnectorFault.Unavailable);

        (await ReadAsync(id))!.Content.Answer.ShouldNotBeNull().Text.ShouldBe("Спасибо за отзыв!");
        _harness.AnswersTo(id).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_outside_the_limits_is_refused_without_asking()
    {
        var id = _harness.Write(0, "Текст");
        var before = _harness.Calls;

        var error = await FailAsync(() => Connector.SendAsync(
            _harness.Connection, Reply(id, new string('я', Connector.Descriptor.Limits.HardMax + 1)), CancellationToken.None));

        error.Fault.ShouldBe(ConnectorFault.Refused);
        _harness.Calls.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_not_offered_is_not_supported()
    {
        if (!Connector.Descriptor.Can(ConnectorCapabilities.MarkAsRead))
        {
            await Should.ThrowAsync<NotSupportedException>(() => Connector.MarkAsReadAsync(_harness.Connection, "x", CancellationToken.None));
        }

        if (!Connector.Descriptor.Can(ConnectorCapabilities.Edit))
        {
            await Should.ThrowAsync<NotSupportedException>(() => Connector.EditAsync(_harness.Connection, Reply("x", "Спасибо!"), CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Connector.ListAsync(_harness.Connection, new ListRequest(SyncPass.Unanswered, 0, 10), cancelled.Token));
    }

    private static OutgoingReply Reply(string externalId, string text)
    {
        var proposal = new ReplyProposal(Guid.AllBitsSet, text, new ReplyApprover(ReplyApproverKind.Person, Guid.AllBitsSet));
        return new OutgoingReply(externalId, CheckedReply.Pass(proposal, new GateVerdict(Guid.AllBitsSet, ReplyText.Hash(text), [])));
    }

    private static Task<ConnectorException> FailAsync(Func<Task> call) => Should.ThrowAsync<ConnectorException>(call);

    private Task<ItemPage> ListAsync(SyncPass pass, int offset, int count) =>
        Connector.ListAsync(_harness.Connection, new ListRequest(pass, offset, count), CancellationToken.None);

    private async Task<IReadOnlyList<InboundItem>> ItemsAsync(SyncPass pass) =>
        [.. (await ListAsync(pass, 0, 20)).Records.Select(record => record.ShouldBeOfType<UnderstoodRecord>().Item)];

    private async Task<InboundItem?> ReadAsync(string id) =>
        (await Connector.ReadAsync(_harness.Connection, id, CancellationToken.None))?.ShouldBeOfType<UnderstoodRecord>().Item;
}
