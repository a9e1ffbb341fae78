-- Who may see what. A table of sellers is declared with agentiq.tenant_table, a table of the platform with agentiq.shared_table;
-- a table that is declared by neither can be read by nobody but its owner.

GRANT USAGE ON SCHEMA agentiq TO agentiq_app, agentiq_engine, agentiq_signin;

-- The seller of this transaction. Raises instead of returning null, because a policy that compares with null
-- shows no rows, and "no rows" looks like an answer. The empty string is what a pooled connection is left with
-- after a transaction that had a SET LOCAL.
CREATE FUNCTION agentiq.current_tenant() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
    tenant text := current_setting('agentiq.seller_id', true);
BEGIN
    IF tenant IS NULL OR tenant = '' THEN
        RAISE EXCEPTION 'no tenant is set: this statement reads or writes the rows of a seller outside of a tenant transaction'
            USING ERRCODE = 'insufficient_privilege',
                  HINT = 'Use Database.BeginAsync or TenantScope.EnterAsync.';
    END IF;
    RETURN tenant::uuid;
END
$$;

-- Declares a table whose rows belong to sellers.
--   tenant_column  the uuid column that names the seller
--   engine         the workflow engine also sees the table across sellers
--   append_only    rows are added and read, never changed
--   sign_in        the sign-in function may read it before it is known who is signing in
-- The subselect makes the planner compute the tenant once per statement instead of once per row.
CREATE PROCEDURE agentiq.tenant_table(
    table_name    text,
    tenant_column text    DEFAULT 'seller_id',
    engine        boolean DEFAULT false,
    append_only   boolean DEFAULT false,
    sign_in       boolean DEFAULT false)
LANGUAGE plpgsql
AS $$
DECLARE
    rights text := CASE WHEN append_only THEN 'SELECT, INSERT' ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
BEGIN
    PERFORM FROM pg_attribute
    WHERE attrelid = format('agentiq.%I', table_name)::regclass
      AND attname = tenant_column AND atttypid = 'uuid'::regtype AND attnotnull;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'agentiq.tenant_table(%): the table needs a column % of type uuid NOT NULL', table_name, tenant_column;
    END IF;

    EXECUTE format('ALTER TABLE agentiq.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
        'CREATE POLICY tenant ON agentiq.%I TO agentiq_app, agentiq_owner
             USING (%2$I = (SELECT agentiq.current_tenant()))
             WITH CHECK (%2$I = (SELECT agentiq.current_tenant()))',
        table_name, tenant_column);
    EXECUTE format('GRANT %s ON agentiq.%I TO agentiq_app', rights, table_name);

    IF engine THEN
        EXECUTE format('CREATE POLICY engine ON agentiq.%I TO agentiq_engine USING (true) WITH CHECK (true)', table_name);
        EXECUTE format('GRANT %s ON agentiq.%I TO agentiq_engine', rights, table_name);
    END IF;

    IF sign_in THEN
        EXECUTE format('CREATE POLICY sign_in ON agentiq.%I FOR SELECT TO agentiq_signin USING (true)', table_name);
        EXECUTE format('GRANT SELECT ON agentiq.%I TO agentiq_signin', table_name);
    END IF;
END
$$;

-- Declares a table that belongs to the platform and not to a seller (shipped definitions, keys of data protection).
CREATE PROCEDURE agentiq.shared_table(
    table_name    text,
    app_writes    boolean DEFAULT false,
    engine_writes boolean DEFAULT false)
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON agentiq.%I TO agentiq_app, agentiq_engine', table_name);
    IF app_writes THEN
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON agentiq.%I TO agentiq_app', table_name);
    END IF;
    IF engine_writes THEN
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON agentiq.%I TO agentiq_engine', table_name);
    END IF;
END
$$;

-- Hands a SECURITY DEFINER function to the sign-in role, and lets nobody but the app call it.
--   signature  such as 'find_sign_in(text)'
CREATE PROCEDURE agentiq.sign_in_function(signature text)
LANGUAGE plpgsql
AS $$
DECLARE
    target regprocedure := ('agentiq.' || signature)::regprocedure;
BEGIN
    IF (SELECT prosecdef AND proconfig::text LIKE '%search_path=%' FROM pg_proc WHERE oid = target) IS NOT TRUE THEN
        RAISE EXCEPTION 'agentiq.sign_in_function(%): the function needs SECURITY DEFINER and SET search_path = agentiq, pg_temp', signature;
    END IF;

    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', target);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO agentiq_app', target);
    -- A new owner must be allowed to create in the schema at the moment of the change, and only then.
    GRANT CREATE ON SCHEMA agentiq TO agentiq_signin;
    EXECUTE format('ALTER FUNCTION %s OWNER TO agentiq_signin', target);
    REVOKE CREATE ON SCHEMA agentiq FROM agentiq_signin;
END
$$;
