using System.Xml.Linq;
using AgentIQ.Postgres;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AgentIQ.Server.Security.Keys;

/// <summary>Encrypts data-protection keys with the installation's key before they are stored.</summary>
internal sealed class SecretBoxEncryptor(SecretBox box) : IXmlEncryptor
{
    /// <summary>These keys belong to no seller.</summary>
    public static readonly Guid Installation = Guid.Empty;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        => new(
            new XElement("encrypted", box.Encrypt(Installation, plaintextElement.ToString(SaveOptions.DisableFormatting))),
            typeof(SecretBoxDecryptor));
}
