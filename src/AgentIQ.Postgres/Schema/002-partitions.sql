-- Append-only logs are partitioned by month. Their key is a UUIDv7, which begins with its time in milliseconds,
-- so a range of keys is a range of time and no second column is needed.

-- The smallest UUIDv7 of a moment.
CREATE FUNCTION agentiq.first_id_of(moment timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Makes the DEFAULT partition of a table PARTITION BY RANGE (id), and one for each month from the month of from_day on.
-- With months => 0, as a migration calls it, only the DEFAULT one. What already stands in the DEFAULT partition of a new month moves over.
-- Partitions are reached through their table only: they have no grants, and forced row-level security without a policy.
CREATE PROCEDURE agentiq.ensure_partitions(
    table_name text,
    from_day   date    DEFAULT NULL,
    months     integer DEFAULT 0)
LANGUAGE plpgsql
AS $$
DECLARE
    fallback  text := table_name || '_default';
    first_day date := date_trunc('month', from_day);
    month_day date;
    partition text;
    lower_id  uuid;
    upper_id  uuid;
BEGIN
    IF to_regclass(format('agentiq.%I', fallback)) IS NULL THEN
        EXECUTE format('CREATE TABLE agentiq.%I PARTITION OF agentiq.%I DEFAULT', fallback, table_name);
        EXECUTE format('ALTER TABLE agentiq.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', fallback);
    END IF;

    FOR step IN 0 .. months - 1 LOOP
        month_day := first_day + make_interval(months => step);
        partition := table_name || to_char(month_day, '"_y"YYYY"m"MM');
        CONTINUE WHEN to_regclass(format('agentiq.%I', partition)) IS NOT NULL;

        lower_id := agentiq.first_id_of(month_day::timestamp AT TIME ZONE 'UTC');
        upper_id := agentiq.first_id_of((month_day + interval '1 month') AT TIME ZONE 'UTC');
        EXECUTE format('CREATE TABLE agentiq.%I (LIKE agentiq.%I INCLUDING ALL)', partition, table_name);
        -- Forced row-level security would hide the rows from their owner while they move.
        EXECUTE format('ALTER TABLE agentiq.%I NO FORCE ROW LEVEL SECURITY', fallback);
        EXECUTE format(
            'WITH moved AS (DELETE FROM agentiq.%I WHERE id >= %L AND id < %L RETURNING *) INSERT INTO agentiq.%I SELECT * FROM moved',
            fallback, lower_id, upper_id, partition);
        EXECUTE format('ALTER TABLE agentiq.%I FORCE ROW LEVEL SECURITY', fallback);
        EXECUTE format(
            'ALTER TABLE agentiq.%I ATTACH PARTITION agentiq.%I FOR VALUES FROM (%L) TO (%L)',
            table_name, partition, lower_id, upper_id);
        EXECUTE format('ALTER TABLE agentiq.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', partition);
    END LOOP;
END
$$;
