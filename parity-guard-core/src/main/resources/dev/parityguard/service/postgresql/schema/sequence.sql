-- The sequence of a serial or identity column has a generated name: its column stands for it.
SELECT 'sequence',
       coalesce((SELECT r.name || '.' || pg_catalog.quote_ident(a.attname)
                 FROM owned o JOIN relation r ON r.oid = o.relation
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = o.relation AND a.attnum = o.attnum
                 WHERE o.sequence = c.oid LIMIT 1),
                s.name || '.' || pg_catalog.quote_ident(c.relname)),
       pg_catalog.format_type(q.seqtypid, NULL) || ' increment ' || q.seqincrement || ' from ' || q.seqmin || ' to ' || q.seqmax
       || CASE WHEN q.seqcycle THEN ' cycle' ELSE '' END || ' cache ' || q.seqcache
FROM pg_catalog.pg_sequence q JOIN pg_catalog.pg_class c ON c.oid = q.seqrelid JOIN space s ON s.oid = c.relnamespace
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
