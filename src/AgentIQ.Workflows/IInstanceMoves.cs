namespace AgentIQ.Workflows;

/// <summary>
/// Moves running instances of a definition to another of its versions. First a plan: a dry run over all of them that says where each would
/// stand or why it cannot move. Then the plan is applied, in transactions of a few instances each. An instance that is at work is moved when
/// its burst is over; nothing that has finished runs again, and nothing that waits loses what it waits for.
/// </summary>
public interface IInstanceMoves
{
    /// <summary>
    /// Looks at every running instance, also at those that ended by an incident, because a retry makes them run again. Nothing is changed but
    /// the plan's own rows, which are committed page by page.
    /// </summary>
    /// <param name="tenantId">Whose instances.</param>
    /// <param name="request">From where to where.</param>
    /// <param name="progress">Told after each page; null: nobody.</param>
    /// <param name="ct">Stops after the current page; the plan then stays unfinished and cannot be applied.</param>
    /// <exception cref="DefinitionNotFoundException">One of the versions does not exist.</exception>
    /// <exception cref="DefinitionRefusedException">The mapping names activities that do not exist.</exception>
    Task<MovePlan> PlanAsync(Guid tenantId, PlanMove request, IProgress<MoveProgress>? progress, CancellationToken ct);

    /// <summary>
    /// Moves what the plan found movable, after checking each instance again as it is now. May be repeated at any time, also after it was
    /// interrupted: what was moved is not moved twice. Instances that are at work are left for the next call (<see cref="MovePlan.Movable"/> tells how many).
    /// </summary>
    /// <param name="tenantId">Whose plan.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="progress">Told after each transaction; null: nobody.</param>
    /// <param name="ct">Stops after the current transaction.</param>
    /// <exception cref="DefinitionNotFoundException">There is no such plan.</exception>
    /// <exception cref="DefinitionRefusedException">The plan is unfinished, or its target is a draft or has changed since.</exception>
    Task<MovePlan> ApplyAsync(Guid tenantId, Guid planId, IProgress<MoveProgress>? progress, CancellationToken ct);

    /// <summary>The plan as it is now; null when the tenant has none of that id.</summary>
    Task<MovePlan?> FindAsync(Guid tenantId, Guid planId, CancellationToken ct);

    /// <summary>A page of the plan's instances, by id.</summary>
    /// <param name="tenantId">Whose plan.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="outcome">Only those; null: all.</param>
    /// <param name="after">Those after this instance; null: from the first.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<IReadOnlyList<InstanceMove>> InstancesAsync(Guid tenantId, Guid planId, MoveOutcome? outcome, Guid? after, int take, CancellationToken ct);
}

/// <summary>A move that is to be planned.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="ToVersionId">The version to move to. A draft can be planned for, but has to be published before the plan is applied.</param>
/// <param name="Author">Who asks.</param>
public sealed record PlanMove(string DefinitionId, string ToVersionId, string Author)
{
    /// <summary>Only instances of this version. Null: of every other one.</summary>
    public string? FromVersionId { get; init; }

    /// <summary>
    /// Activity ids of the target by activity ids of the source, before anything is matched by itself: by the same id and type, then by
    /// type and name. Null: none.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }
}

/// <summary>How far a plan or its application is.</summary>
/// <param name="Done">Instances looked at, or moved, so far.</param>
/// <param name="Blocked">Of these, those that cannot be moved.</param>
public sealed record MoveProgress(int Done, int Blocked);
