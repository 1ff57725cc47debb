-- The sequence of a serial or identity column has a generated name: its column stands for it.
SELECT 'sequence',
       coalesce(r.name || '.' || pg_catalog.quote_ident(a.attname), pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)),
       pg_catalog.format_type(q.seqtypid, NULL) || ' increment ' || q.seqincrement || ' from ' || q.seqmin || ' to ' || q.seqmax
       || CASE WHEN q.seqcycle THEN ' cycle' ELSE '' END || ' cache ' || q.seqcache
FROM pg_catalog.pg_sequence q
JOIN pg_catalog.pg_class c ON c.oid = q.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN owned o ON o.sequence = c.oid
LEFT JOIN relation r ON r.oid = o.relation
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum = o.attnum
WHERE c.relnamespace = ANY (ARRAY(SELECT oid FROM space))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
