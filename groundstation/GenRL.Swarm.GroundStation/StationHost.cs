using System.Net;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Distribution;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Ingest;
using GenRL.Swarm.GroundStation.Rollouts;
using GenRL.Swarm.GroundStation.Security;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.Registry.Storage;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Files;
using GenRL.Swarm.Trust.Signing;
using Microsoft.Extensions.FileProviders;

namespace GenRL.Swarm.GroundStation;

/// <summary>
/// Puts a ground station together: log ingest, bundle distribution, fleet state, rollouts, the learning cycle, the page. The loopback port is for
/// people and tools; with TLS configured robots have a port of their own, where only what they need answers.
/// </summary>
public static class StationHost
{
    /// <summary>Builds the station; running it is the caller's.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="bus">The fleet's bus; the caller's to dispose, after the station.</param>
    /// <param name="evaluator">Measures bundles for the gate.</param>
    /// <param name="time">The clock.</param>
    /// <param name="arguments">Command-line configuration of the framework (logging).</param>
    /// <exception cref="InvalidDataException">The first bundle is not whole, or the registry is of a newer version.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A key or certificate is not usable.</exception>
    public static WebApplication Build(StationOptions options, ISwarmBus bus, IEvaluator evaluator, TimeProvider time, params string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Configuration["AllowedHosts"] = options.Tls is null ? "localhost;127.0.0.1;[::1]" : $"localhost;127.0.0.1;[::1];{options.Tls.Address}";
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            if (options.Tls is { } tls)
            {
                MutualTls.Listen(kestrel, tls);
            }
        });
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, StationJson.Default));
        builder.Services.AddSignalR().AddJsonProtocol(o =>
        {
            o.PayloadSerializerOptions = new(StationJson.Default.Options);
        });
        AddServices(builder.Services, options, bus, evaluator, time);

        var app = builder.Build();
        Begin(app.Services, options);
        MapAll(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, StationOptions options, ISwarmBus bus, IEvaluator evaluator, TimeProvider time)
    {
        var folders = new StationFolders(options.DataFolder);
        services.AddSingleton(options).AddSingleton(folders).AddSingleton(bus).AddSingleton(evaluator).AddSingleton(time);

        services.AddSingleton(_ => ReleaseSigner.OpenOrCreate(folders.SigningKey));
        services.AddSingleton(s => new BundleStore(folders.Store, new ReleaseVerifier(s.GetRequiredService<ReleaseSigner>().PublicKey)));
        services.AddSingleton(_ => RegistryDatabase.Open(folders.Registry, time));
        services.AddSingleton<Releases>().AddSingleton<RolloutLedger>().AddSingleton<Logs>().AddSingleton<Robots>().AddSingleton<GateReports>();
        services.AddSingleton<StationRecords>().AddSingleton<ReleaseIntake>();
        services.AddSingleton(s => new ReleaseGate(evaluator, s.GetRequiredService<Releases>(), s.GetRequiredService<GateReports>())
        {
            MinEpisodes = options.Learning?.MinEpisodes ?? GateRule.MinEpisodes,
        });

        services.AddSingleton<LogStore>().AddSingleton<RobotIdentity>().AddSingleton<StationAddress>();
        services.AddSingleton<FleetEvents>().AddSingleton<FleetState>().AddSingleton<FleetSnapshots>().AddSingleton<LiveAudience>();
        services.AddSingleton(new RolloutClock(time, options.Rollout)).AddSingleton<OfferPublisher>();
        services.AddSingleton<LearnerProcess>().AddSingleton<LearnStep>().AddSingleton<GateStep>().AddSingleton<RolloutStep>().AddSingleton<CyclePhase>();

        AddRunning<FleetListener>(services);
        AddRunning<RolloutRunner>(services);
        AddRunning<LearningCycle>(services);
        AddRunning<LivePublisher>(services);
    }

    private static void AddRunning<T>(IServiceCollection services)
        where T : class, IHostedService => services.AddSingleton<T>().AddHostedService(s => s.GetRequiredService<T>());

    private static void Begin(IServiceProvider services, StationOptions options)
    {
        AtomicFile.Write(
            services.GetRequiredService<StationFolders>().PublicKey,
            System.Text.Encoding.ASCII.GetBytes(services.GetRequiredService<ReleaseSigner>().PublicKeyPem + "\n"));
        if (options.Learning is { MinEpisodes: < GateRule.MinEpisodes and var episodes })
        {
            Log.ShortGate(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StationHost).FullName!), episodes, GateRule.MinEpisodes);
        }

        if (options.FirstBundle is { } folder && services.GetRequiredService<Releases>().Active is null)
        {
            services.GetRequiredService<ReleaseIntake>().AdoptFirst(folder);
        }
    }

    private static void MapAll(WebApplication app, StationOptions options)
    {
        app.UseRouting();
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps && http.GetEndpoint()?.Metadata.GetMetadata<RobotFacing>() is null)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
            return next(http);
        });
        var page = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "dashboard"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });

        app.MapLogs();
        app.MapReleases();
        app.MapFleet();
        app.MapRollouts();
        app.MapLearning();
        app.MapHub<LiveHub>("/live");
    }
}
