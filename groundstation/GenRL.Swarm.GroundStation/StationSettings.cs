namespace GenRL.Swarm.GroundStation;

/// <summary>Reads and checks a station's options: a JSON file with the section <c>Station</c>, comments allowed, then the command line. <c>station.example.json</c> shows all of it.</summary>
internal static class StationSettings
{
    private const string Section = "Station";

    /// <summary>The options in <paramref name="file"/> as <paramref name="overrides"/> change them.</summary>
    /// <exception cref="FormatException">They cannot be read, or one makes no sense; one line says which.</exception>
    public static StationOptions Read(string file, string[] overrides)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file)).AddCommandLine(overrides).Build();
            if (configuration.GetChildren().FirstOrDefault(s => !s.Key.Equals(Section, StringComparison.OrdinalIgnoreCase)) is { } stranger)
            {
                throw new FormatException($"'{stranger.Key}' is not an option");
            }

            var options = configuration.GetSection(Section).Get<StationOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new StationOptions();
            return Fault(options) is { } fault ? throw new FormatException(fault) : options;
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or InvalidOperationException or IOException)
        {
            // The innermost message says where a file is broken, the outermost which option cannot be converted.
            var message = error is InvalidDataException ? error.GetBaseException().Message : error.Message;
            throw new FormatException($"{file}: {message.ReplaceLineEndings(" ")}", error);
        }
    }

    private static string? Fault(StationOptions options) => options switch
    {
        { Fleet: "" } => "Fleet must be named",
        _ when options.Fleet.AsSpan().ContainsAny('/', '+', '#') => "Fleet must not hold / + or #",
        { DataFolder: "" } => "DataFolder must be named",
        { Port: < 0 or > ushort.MaxValue } => "Port must lie between 0 and 65535",
        { MaxLogBytes: <= 0 } => "MaxLogBytes must be positive",
        { PublicUrl: { } url } when !Uri.TryCreate(url, UriKind.Absolute, out _) || !url.EndsWith('/') => "PublicUrl must be an address that ends in a slash",
        { FirstBundle: { } folder } when !Directory.Exists(folder) => $"FirstBundle: there is no folder {folder}",
        { Rollout.GoodTicks: < 1 } => "Rollout:GoodTicks must be positive",
        _ => Fault(options.Broker) ?? (options.Tls is { } tls ? Fault(tls) : null) ?? (options.Learning is { } learning ? Fault(learning) : null),
    };

    private static string? Fault(StationBrokerOptions broker) => broker switch
    {
        { Host: "" } => "Broker:Host must be named",
        { Port: < 1 or > ushort.MaxValue } => "Broker:Port must lie between 1 and 65535",
        { Certificate: null, Key: not null } or { Certificate: not null, Key: null } => "Broker:Certificate and Broker:Key go together",
        { Authority: null, Certificate: not null } => "Broker:Certificate needs Broker:Authority",
        _ => Missing("Broker:Authority", broker.Authority) ?? Missing("Broker:Certificate", broker.Certificate) ?? Missing("Broker:Key", broker.Key),
    };

    /// <summary>The binder leaves required members null that the file lacks.</summary>
    private static string? Fault(MutualTlsOptions tls) => tls switch
    {
        { Port: < 0 or > ushort.MaxValue } => "Tls:Port must lie between 0 and 65535",
        _ when !System.Net.IPAddress.TryParse(tls.Address, out _) => $"Tls:Address '{tls.Address}' is no IP address",
        { Certificate: null } or { Key: null } or { Authority: null } => "Tls needs Certificate, Key and Authority",
        _ => Missing("Tls:Certificate", tls.Certificate) ?? Missing("Tls:Key", tls.Key) ?? Missing("Tls:Authority", tls.Authority),
    };

    private static string? Fault(LearningOptions learning) => learning switch
    {
        { Command: null or [] } => "Learning:Command must name a program",
        { LogsPerCycle: < 1 } => "Learning:LogsPerCycle must be positive",
        { IdentifiedEpisodes: < 1 } => "Learning:IdentifiedEpisodes must be positive",
        { MinEpisodes: < 1 } => "Learning:MinEpisodes must be positive",
        { NominalEpisodes: < 0 } => "Learning:NominalEpisodes must not be negative",
        _ => null,
    };

    private static string? Missing(string option, string? file) => file is null || File.Exists(file) ? null : $"{option}: there is no file {file}";
}
