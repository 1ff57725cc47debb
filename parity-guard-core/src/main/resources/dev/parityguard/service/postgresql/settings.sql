-- What the session goes by, and who set it.
SELECT 'setting.' || s.name,
    s.setting || CASE WHEN s.unit IN ('ms', 's') THEN s.unit ELSE '' END,
    CASE s.source WHEN 'configuration file' THEN 'server' WHEN 'user' THEN 'role'
        WHEN 'database user' THEN 'role in database' ELSE s.source END
FROM pg_catalog.pg_settings s
WHERE s.name IN (
    'archive_mode', 'array_nulls', 'bytea_output', 'check_function_bodies', 'client_min_messages',
    'cpu_index_tuple_cost', 'cpu_operator_cost', 'cpu_tuple_cost', 'DateStyle', 'default_statistics_target',
    'default_table_access_method', 'default_text_search_config', 'default_transaction_deferrable',
    'default_transaction_isolation', 'extra_float_digits', 'fsync', 'idle_in_transaction_session_timeout',
    'idle_session_timeout', 'IntervalStyle', 'jit', 'lc_messages', 'lc_monetary', 'lc_numeric', 'lc_time',
    'lo_compat_privileges', 'lock_timeout', 'random_page_cost', 'row_security', 'search_path', 'seq_page_cost',
    'session_replication_role', 'shared_preload_libraries', 'standard_conforming_strings', 'statement_timeout',
    'synchronous_commit', 'TimeZone', 'timezone_abbreviations', 'transaction_timeout', 'transform_null_equals',
    'wal_level', 'xmloption')
UNION ALL
-- A driver sets these for the session, which hides what the role or the database asks for.
SELECT 'database_setting.' || n.name, COALESCE(o.value, 'not set'), o.source
FROM (VALUES ('TimeZone'), ('DateStyle')) AS n (name)
LEFT JOIN LATERAL (
    SELECT pg_catalog.substr(c.entry, pg_catalog.strpos(c.entry, '=') + 1) AS value,
        CASE WHEN r.setrole = 0 THEN 'database' WHEN r.setdatabase = 0 THEN 'role' ELSE 'role in database' END AS source
    FROM pg_catalog.pg_db_role_setting r
    CROSS JOIN LATERAL pg_catalog.unnest(r.setconfig) AS c (entry)
    WHERE r.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
        AND r.setrole IN (0, (SELECT a.oid FROM pg_catalog.pg_roles a WHERE a.rolname = session_user))
        AND pg_catalog.lower(pg_catalog.split_part(c.entry, '=', 1)) = pg_catalog.lower(n.name)
    ORDER BY (r.setrole <> 0)::int * 2 + (r.setdatabase <> 0)::int DESC
    LIMIT 1
) AS o ON true
