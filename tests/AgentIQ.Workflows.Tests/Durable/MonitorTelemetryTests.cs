using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable;
using Activity = System.Diagnostics.Activity;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What OpenTelemetry hears. Other tests run at the same time, so each looks for what only it can have caused.</summary>
public sealed class MonitorTelemetryTests
{
    [Fact]
    public async Task Every_burst_is_a_trace_of_its_own_linked_to_who_asked_for_it()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var caller = new ActivitySource("Test.Caller");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is WorkflowTelemetry.Name or "Test.Caller",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a", Define.Event("e", "Go"), Define.Of("c", "Test.Call"), "z"], "a>e e>c c>z"));

        using var request = caller.StartActivity("request").ShouldNotBeNull();
        var id = await engine.StartAsync(correlation: "c");
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        var bursts = ended.Where(a => a.OperationName == "burst" && id.Equals(a.GetTagItem("instance"))).ToList();
        bursts.Select(a => a.GetTagItem("kind")).ShouldBe(["start", "signal", "effect_done"]);
        bursts.ShouldAllBe(a => a.Parent == null && a.TraceId != request.TraceId);
        bursts[0].GetTagItem("definition").ShouldBe("test");
        bursts[0].GetTagItem("version").ShouldNotBeNull();
        bursts[0].GetTagItem("steps").ShouldBe(3);
        bursts[0].Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(request.SpanId);
        bursts[1].Links.ShouldHaveSingleItem().Context.TraceId.ShouldBe(request.TraceId);
        ended.ShouldContain(a => a.OperationName == "effect" && id.Equals(a.GetTagItem("instance")));
    }

    [Fact]
    public async Task Counters_and_timings_grow_with_the_work()
    {
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = Listen(seen);
        await using var engine = await Engine.CreateAsync();
        engine.Probe.Outside = (_, _) => Task.FromResult(EffectResult.Failure("no"));
        await engine.PublishAsync(Define.Flow(["a", Define.Of("c", "Test.Call"), "z"], "a>c c>z"));
        await engine.StartAsync();
        await engine.PumpAsync();

        foreach (var name in new[] { "bursts", "burst.duration", "steps", "claims", "effects", "effect.duration", "incidents", "journal" })
        {
            seen.GetValueOrDefault("agentiq.workflows." + name).ShouldBeGreaterThan(0, name);
        }
    }

    [Fact]
    public async Task The_queue_s_depth_and_age_are_looked_up_and_then_only_repeated()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a"], ""));
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = Listen(seen, engine.Gauges.Meter);
        await engine.StartAsync();
        await engine.StartAsync();
        engine.Time.Advance(TimeSpan.FromSeconds(42));

        await engine.Gauges.LookAsync(CancellationToken.None);
        listener.RecordObservableInstruments();

        seen["agentiq.workflows.queue.depth/burst"].ShouldBe(2);
        seen["agentiq.workflows.queue.depth/effect"].ShouldBe(0);
        seen["agentiq.workflows.queue.age"].ShouldBe(42);
    }

    private static MeterListener Listen(ConcurrentDictionary<string, double> seen, Meter? only = null)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == WorkflowTelemetry.Name && (only is null || instrument.Meter == only))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        return listener;

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var name = instrument.IsObservable && tags.Length > 0 ? $"{instrument.Name}/{tags[0].Value}" : instrument.Name;
            seen.AddOrUpdate(name, value, (_, sum) => instrument.IsObservable ? value : sum + value);
        }
    }
}
