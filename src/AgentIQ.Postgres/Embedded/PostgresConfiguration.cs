namespace AgentIQ.Postgres;

/// <summary>The server's settings: a small machine that it shares with AgentIQ itself. Written anew at every start.</summary>
internal static class PostgresConfiguration
{
    private const string Common =
        """
        # Written by AgentIQ at every start: changes made here are lost.

        # Nobody but this user reaches the server: no TCP, and a socket in a folder of mode 0700.
        listen_addresses = ''
        unix_socket_permissions = 0700

        # The server shares two cores and a few gigabytes with AgentIQ: a quarter of a gigabyte of buffers holds the
        # open work, the system's cache holds the rest. Parallel plans and JIT cost more than they bring on short statements.
        shared_buffers = 256MB
        effective_cache_size = 1GB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_parallel_workers_per_gather = 1
        jit = off

        # Solid-state disks: a page read out of order costs about the same.
        random_page_cost = 1.1

        # Few, spread checkpoints: each one makes the next change of every page write the whole page to the log.
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9
        max_wal_size = 2GB
        wal_compression = on

        # The queue's rows live for milliseconds: vacuum looks often, and at a small share of dead rows.
        autovacuum_naptime = 15s
        autovacuum_vacuum_scale_factor = 0.05
        autovacuum_analyze_scale_factor = 0.05

        # Messages in English whatever the machine speaks, times in UTC, and only what a person should look at.
        lc_messages = 'C'
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] %u@%d '
        log_min_messages = warning
        log_checkpoints = off
        log_lock_waits = on
        log_min_duration_statement = 2s

        """;

    private const string Durable =
        """
        # A web request, the workers and the tools each have a pool; 100 leaves room for a second process.
        max_connections = 100

        """;

    private const string Volatile =
        """
        # Tests: many assemblies with a database for each class, none of which outlives the run.
        max_connections = 500
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        # Thousands of small databases are made and dropped: their files need not be swept at each checkpoint.
        checkpoint_timeout = 1h
        log_min_duration_statement = -1

        """;

    internal static string Text(EmbeddedPostgresOptions options) => Common + (options.Volatile ? Volatile : Durable);
}
