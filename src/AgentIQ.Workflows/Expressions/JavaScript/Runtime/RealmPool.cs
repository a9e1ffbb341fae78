using System.Collections.Concurrent;
using Jint.Native.Date;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>
/// Realms that wait for their next run: making one costs more than most scripts. A run cannot change what is built in, and what it makes
/// itself is forgotten, so nothing passes from one run to the next; one that was stopped is not used again.
/// </summary>
internal static class RealmPool
{
    private static readonly int Kept = 4 * Environment.ProcessorCount;
    private static readonly ConcurrentBag<Realm> Waiting = [];

    public static Realm Rent() => Waiting.TryTake(out var realm) ? realm : new Realm();

    public static void Return(Realm realm)
    {
        realm.Forget();
        ((DateInstance)realm.Engine.Date.PrototypeObject).PrimitiveValue = double.NaN;
        if (Waiting.Count < Kept)
        {
            Waiting.Add(realm);
        }
    }
}
