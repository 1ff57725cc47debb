-- What answers, which database it is, and what this session is to it.
SELECT s.name, s.value, s.source
FROM pg_catalog.pg_database d
CROSS JOIN LATERAL (VALUES
    ('version_text', pg_catalog.version(), NULL),
    ('server_version', pg_catalog.current_setting('server_version'), NULL),
    ('encoding', pg_catalog.pg_encoding_to_char(d.encoding)::text, NULL),
    -- The columns of the provider and of its locale have other names, or are missing, in other major versions.
    ('locale_provider', CASE pg_catalog.to_jsonb(d)->>'datlocprovider'
        WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END, NULL),
    ('collation', COALESCE(pg_catalog.to_jsonb(d)->>'datlocale', pg_catalog.to_jsonb(d)->>'daticulocale', d.datcollate), NULL),
    ('ctype', COALESCE(pg_catalog.to_jsonb(d)->>'datlocale', pg_catalog.to_jsonb(d)->>'daticulocale', d.datctype), NULL),
    ('collation_version', pg_catalog.to_jsonb(d)->>'datcollversion', NULL),
    ('schema.current', COALESCE(NULLIF(pg_catalog.current_schema()::text, current_user::text), '"$user"'), NULL),
    ('database', d.datname::text, NULL),
    -- A loopback address tells nothing: every machine has it.
    ('server_address', CASE WHEN NOT inet '127.0.0.0/8' >>= pg_catalog.inet_server_addr() AND pg_catalog.inet_server_addr() <> inet '::1'
        THEN pg_catalog.host(pg_catalog.inet_server_addr()) || ':' || pg_catalog.inet_server_port() END, NULL),
    ('backend_pid', pg_catalog.pg_backend_pid()::text, NULL),
    ('clock', EXTRACT(epoch FROM pg_catalog.clock_timestamp())::text, NULL),
    ('writable',
        CASE WHEN pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('default_transaction_read_only') = 'on'
        THEN 'no' ELSE 'yes' END,
        CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'standby' END),
    ('prepared_transactions',
        CASE WHEN pg_catalog.current_setting('max_prepared_transactions') = '0' THEN 'no' ELSE 'yes' END, NULL),
    ('tls', (SELECT CASE WHEN t.ssl THEN 'yes' ELSE 'no' END FROM pg_catalog.pg_stat_ssl t
        WHERE t.pid = pg_catalog.pg_backend_pid()), NULL),
    -- Roles that only managed offerings have.
    ('vendor_roles', (SELECT pg_catalog.string_agg(r.rolname, ',' ORDER BY r.rolname) FROM pg_catalog.pg_roles r
        WHERE r.rolname IN ('rds_superuser', 'cloudsqlsuperuser', 'azure_pg_admin', 'alloydbsuperuser',
            'neon_superuser', 'supabase_admin')), NULL),
    ('aurora', CASE WHEN pg_catalog.to_regproc('aurora_version') IS NOT NULL THEN 'yes' END, NULL)
) AS s (name, value, source)
WHERE d.datname = pg_catalog.current_database()
