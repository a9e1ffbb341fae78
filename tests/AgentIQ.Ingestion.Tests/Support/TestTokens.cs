using System.Buffers.Text;
using System.Text;

namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>Tokens as Wildberries makes them, with a signature that nobody checks.</summary>
internal static class TestTokens
{
    private const ulong Feedbacks = 1UL << 7;

    public static string Of(string payload) =>
        $"{Encode("""{"alg":"ES256","typ":"JWT"}""")}.{Encode(payload)}.{Encode("signature")}";

    public static string Personal { get; } = Make(3);

    public static string Base { get; } = Make(1);

    public static string Make(int acc, ulong categories = Feedbacks, long exp = 4_102_444_800, string sid = "0b7f6a3e-4a5e-4b86-9d0b-8a2f6f1f0001") =>
        Of($$"""{"acc":{{acc}},"ent":1,"exp":{{exp}},"id":"9c1f","s":{{categories}},"sid":"{{sid}}","t":false}""");

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
