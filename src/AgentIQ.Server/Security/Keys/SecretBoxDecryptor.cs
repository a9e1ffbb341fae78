using System.Xml.Linq;
using AgentIQ.Postgres;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AgentIQ.Server.Security.Keys;

/// <summary>Opens what <see cref="SecretBoxEncryptor"/> closed. Data protection makes it by name, with the services as its only argument.</summary>
internal sealed class SecretBoxDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
        => XElement.Parse(services.GetRequiredService<SecretBox>().Decrypt(SecretBoxEncryptor.Installation, encryptedElement.Value));
}
