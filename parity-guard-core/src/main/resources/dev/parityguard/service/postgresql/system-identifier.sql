-- Tells one cluster from another; only a hash of it is kept.
SELECT 'system_identifier', c.system_identifier::text, NULL
FROM pg_catalog.pg_control_system() c
