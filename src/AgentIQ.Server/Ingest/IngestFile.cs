using System.Security.Cryptography;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Ingest;

/// <summary>A file of feedbacks that is put through the pipeline.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AsNew">Whether answers are removed and dates moved to now.</param>
/// <param name="SellerId">
/// The tenant that it belongs to, made from the file's content: the same file finds its data again, another file and
/// the other way of reading it never mix with them.
/// </param>
internal sealed record IngestFile(string Path, bool AsNew, Guid SellerId)
{
    /// <summary>What the seller of this file is called.</summary>
    public string SellerName => $"{System.IO.Path.GetFileName(Path)}{(AsNew ? " (as new)" : "")} {SellerId:N}";

    /// <summary>Reads the file's identity.</summary>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static IngestFile Open(string path, bool asNew)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            using var stream = File.OpenRead(full);
            var hash = SHA256.HashData(stream);
            hash[0] ^= asNew ? (byte)1 : (byte)0;

            // UUIDv8 (RFC 9562): the bits are ours, the version says so.
            hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new IngestFile(full, asNew, new Guid(hash.AsSpan(0, 16), bigEndian: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--file {full} cannot be read: {error.Message} Give a JSON file of feedbacks.", error);
        }
    }
}
