-- The people of a seller's team.
CREATE TABLE agentiq.users (
    seller_id     uuid        NOT NULL REFERENCES agentiq.sellers,
    id            uuid        NOT NULL,
    email         text        NOT NULL,
    name          text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('owner', 'manager', 'operator', 'analyst')),
    password_hash text        NOT NULL,
    -- Changes with the password; a session that carries another stamp is over.
    stamp         uuid        NOT NULL,
    created_at    timestamptz NOT NULL,
    disabled_at   timestamptz,
    PRIMARY KEY (seller_id, id)
);

-- One address is one account in the whole installation: whoever signs in does not name the seller.
CREATE UNIQUE INDEX users_email ON agentiq.users (lower(email));

CALL agentiq.tenant_table('users', sign_in => true);

-- Who is signing in is asked before the tenant is known, for one exact address.
CREATE FUNCTION agentiq.find_sign_in(wanted_email text)
RETURNS TABLE (seller_id uuid, user_id uuid, password_hash text)
LANGUAGE sql STABLE STRICT SECURITY DEFINER
SET search_path = agentiq, pg_temp
AS $$
    SELECT u.seller_id, u.id, u.password_hash
    FROM agentiq.users u
    WHERE lower(u.email) = lower(wanted_email) AND u.disabled_at IS NULL
$$;

CALL agentiq.sign_in_function('find_sign_in(text)');
