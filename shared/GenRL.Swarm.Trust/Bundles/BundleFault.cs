namespace GenRL.Swarm.Trust.Bundles;

/// <summary>Why a bundle, or a part of one, was refused.</summary>
public enum BundleFault
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>There is no manifest, or it cannot be read.</summary>
    MissingManifest,

    /// <summary>The manifest is not one; the detail says where.</summary>
    MalformedManifest,

    /// <summary>There is no signature, or it cannot be read.</summary>
    MissingSignature,

    /// <summary>The signature file is not one.</summary>
    MalformedSignature,

    /// <summary>A trusted key is named, but it did not sign this manifest.</summary>
    BadSignature,

    /// <summary>Signed by a key that is not trusted.</summary>
    UnknownKey,

    /// <summary>The manifest names a file that is not there, or cannot be read.</summary>
    MissingFile,

    /// <summary>A file's content is not what the manifest says.</summary>
    WrongHash,

    /// <summary>A file's length is not what the manifest says.</summary>
    WrongLength,

    /// <summary>The folder holds something that the manifest does not name, or something that is not a plain file.</summary>
    UnexpectedFile,

    /// <summary>A part is larger than a bundle's part may be.</summary>
    TooLarge,

    /// <summary>The manifest names a file that is not a plain name in the bundle's own folder.</summary>
    PathTraversal,
}
