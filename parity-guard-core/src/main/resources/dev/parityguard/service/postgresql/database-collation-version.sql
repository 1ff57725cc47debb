-- Since 15 the database records the version of the library that its default order came from.
SELECT 'collation_version.recorded_matches_library',
    CASE WHEN d.datcollversion IS NOT DISTINCT FROM pg_catalog.pg_database_collation_actual_version(d.oid)
        THEN 'yes' ELSE 'no' END,
    NULL
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database()
