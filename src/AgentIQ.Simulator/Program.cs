using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Hosting;
using AgentIQ.Simulator.Persistence;
using AgentIQ.Simulator.Wildberries.Feeding;

if (args is ["--help" or "-h" or "help", ..])
{
    Console.WriteLine(StandaloneOptions.Usage);
    return 0;
}

using var logging = LoggerFactory.Create(builder => builder
    .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "))
    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
try
{
    var options = new ConfigurationBuilder().AddEnvironmentVariables("AGENTIQ_SIMULATOR_").AddCommandLine(args).Build()
        .Get<StandaloneOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new StandaloneOptions();
    Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
    await using var simulator = await SimulatorHost.StartAsync(options.ToSimulator(logging), CancellationToken.None);
    var seller = simulator.Wildberries.AddSeller(options.Seller);
    if (options.Load)
    {
        seller.Load(options.File ?? ShippedReviews.File, new FeedbackFileOptions { AsNew = options.AsNew });
    }
    else
    {
        seller.StartFeed(options.ToFeed());
    }

    Console.WriteLine($"address {simulator.BaseAddress}");
    Console.WriteLine($"token   {seller.IssueToken(options.Token)}");
    var stopped = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
}
catch (Exception exception) when (exception is FeedbackFileException or SimulatorStateException or ValidationException or InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
