namespace GenRL.Swarm.GroundStation;

/// <summary>Where a station keeps what; every folder is made when missing.</summary>
public sealed class StationFolders
{
    private readonly string _root;

    /// <summary>Makes the folders in <paramref name="root"/>.</summary>
    public StationFolders(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
        Directory.CreateDirectory(Logs);
        Directory.CreateDirectory(Incoming);
        Directory.CreateDirectory(Candidates);
    }

    /// <summary>Complete tick logs: <c>logs/ROBOT/NAME</c>.</summary>
    public string Logs => Path.Combine(_root, "logs");

    /// <summary>Uploads under way.</summary>
    public string Incoming => Path.Combine(_root, "incoming");

    /// <summary>What learning leaves: one folder per candidate.</summary>
    public string Candidates => Path.Combine(_root, "candidates");

    /// <summary>The bundle store.</summary>
    public string Store => Path.Combine(_root, "store");

    /// <summary>The registry's database.</summary>
    public string Registry => Path.Combine(_root, "registry.db");

    /// <summary>The private key that signs releases.</summary>
    public string SigningKey => Path.Combine(_root, "signing-key.pem");

    /// <summary>Its public half, which robots are given.</summary>
    public string PublicKey => Path.Combine(_root, "signing-key.pub.pem");
}
