-- Extensions of this database, whether the server's files are newer than what is installed, and built-in functions
-- that only some major versions have.
SELECT f.name, f.value, NULL
FROM pg_catalog.pg_extension e
LEFT JOIN pg_catalog.pg_available_extensions() AS a (name, default_version, comment) ON a.name = e.extname
CROSS JOIN LATERAL (VALUES
    ('extension.' || e.extname, e.extversion),
    ('extension_update_available.' || e.extname,
        CASE WHEN a.default_version IS NULL THEN NULL WHEN a.default_version <> e.extversion THEN 'yes' ELSE 'no' END)
) AS f (name, value)
UNION ALL
SELECT DISTINCT 'function.' || p.proname, 'yes', NULL
FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace
    AND p.proname IN ('any_value', 'array_shuffle', 'array_sort', 'casefold', 'date_bin', 'gen_random_uuid',
        'json_object_agg_strict', 'random_normal', 'regexp_count', 'string_to_table', 'to_bin', 'trim_array', 'unistr',
        'uuidv7', 'websearch_to_tsquery', 'xmltext')
