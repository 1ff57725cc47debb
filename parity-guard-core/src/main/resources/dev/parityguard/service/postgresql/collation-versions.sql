-- Collations that something in this database depends on, and whether the library still is the one recorded.
SELECT 'collation.' || c.collname || '.recorded_version_matches_library',
    CASE WHEN c.collversion IS NOT DISTINCT FROM pg_catalog.pg_collation_actual_version(c.oid) THEN 'yes' ELSE 'no' END,
    NULL
FROM pg_catalog.pg_collation c
WHERE c.collversion IS NOT NULL
    AND c.oid IN (SELECT u.refobjid FROM pg_catalog.pg_depend u WHERE u.refclassid = 'pg_catalog.pg_collation'::regclass)
