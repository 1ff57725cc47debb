-- What the planner knows of the data: powers of ten, classes and keyed hashes, never a value. Nothing is scanned.
WITH relation AS (
  SELECT c.oid, c.reltuples, n.nspname, c.relname,
         pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
         -- Before version 14 a table that was never analysed looks empty.
         c.reltuples < 0 OR (c.reltuples = 0 AND s.last_analyze IS NULL AND s.last_autoanalyze IS NULL)
             OR coalesce(s.n_mod_since_analyze, 0) > 50 + c.reltuples * 2 AS stale
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = c.oid
  WHERE n.nspname = ANY ({schemas}) AND n.nspname NOT LIKE 'pg@_%' ESCAPE '@' AND n.nspname <> 'information_schema'
    AND c.relkind IN ('r', 'p', 'm') AND NOT {partition}),
chosen AS (
  SELECT *, pg_catalog.quote_ident(relname) AS bare FROM relation
  WHERE {all_tables} OR name = ANY ({tables}) OR pg_catalog.quote_ident(relname) = ANY ({tables})),
col AS (
  SELECT t.name, t.stale, t.reltuples, t.name || '.' || pg_catalog.quote_ident(a.attname) AS path,
         t.name || '.' || pg_catalog.quote_ident(a.attname) = ANY ({reference})
             OR t.bare || '.' || pg_catalog.quote_ident(a.attname) = ANY ({reference}) AS is_reference,
         s.attname IS NULL AS hidden, s.null_frac, s.n_distinct,
         CASE WHEN s.n_distinct < 0 THEN -s.n_distinct * t.reltuples ELSE s.n_distinct END AS distinct_values,
         s.most_common_freqs[1] AS share, s.most_common_vals, s.histogram_bounds
  FROM chosen t
  JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_catalog.pg_stats s
    ON s.schemaname = t.nspname AND s.tablename = t.relname AND s.attname = a.attname AND NOT s.inherited
  WHERE t.stale OR t.reltuples > 0)
SELECT 'shape.rows.' || name,
       CASE WHEN stale THEN NULL WHEN reltuples < 1 THEN '0'
            ELSE '1' || pg_catalog.repeat('0', pg_catalog.floor(pg_catalog.log(reltuples::numeric))::int) END,
       CASE WHEN stale THEN 'stale' END
FROM chosen
UNION ALL
SELECT f.family || col.path, CASE WHEN NOT stale THEN f.value END, CASE WHEN stale THEN 'stale' WHEN hidden THEN 'hidden' END
FROM col CROSS JOIN LATERAL (VALUES
  ('shape.nulls.', CASE WHEN null_frac = 0 THEN 'none' WHEN null_frac < 0.1 THEN 'under 10 %' WHEN null_frac <= 0.9 THEN '10 to 90 %'
                        WHEN null_frac < 1 THEN 'over 90 %' WHEN null_frac = 1 THEN 'all' END),
  ('shape.distinct.', CASE WHEN distinct_values = 0 THEN 'none' WHEN n_distinct <= -0.9 THEN 'unique' WHEN distinct_values < 1.5 THEN 'one'
                           WHEN distinct_values <= 100 THEN 'few' WHEN distinct_values > 100 THEN 'many' END),
  ('shape.skew.', CASE WHEN hidden THEN NULL WHEN share >= 0.9 THEN 'one value nearly everywhere'
                       WHEN share >= 0.5 THEN 'one value in most rows' ELSE 'even' END)
) AS f (family, value)
UNION ALL
SELECT 'shape.values.' || path,
       (SELECT pg_catalog.string_agg(h.hash, ', ' ORDER BY h.hash COLLATE "C")
        FROM (SELECT DISTINCT pg_catalog.left({hash<}{key} || v{>hash}, 12) AS hash
              FROM pg_catalog.unnest(coalesce(most_common_vals::text::text[], '{}') || coalesce(histogram_bounds::text::text[], '{}')) v) h
        WHERE NOT stale AND NOT hidden AND distinct_values <= 100),
       CASE WHEN stale THEN 'stale' WHEN hidden THEN 'hidden' WHEN distinct_values > 100 THEN 'many' END
FROM col WHERE is_reference
