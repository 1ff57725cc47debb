-- Objects that are there by name but do not do what their name says. An index that is being built holds the lock that
-- keeps others from building on the same table; so does a vacuum, whose end then tells.
SELECT 'schema.valid.index.' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(x.relname),
    CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_locks l
                      WHERE l.locktype = 'relation' AND l.relation = i.indrelid
                        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                                          WHERE d.datname = pg_catalog.current_database())
                        AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock') AND l.granted)
         THEN 'being built' ELSE 'no' END,
    NULL
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
WHERE NOT (i.indisvalid AND i.indisready) AND n.nspname = ANY (pg_catalog.current_schemas(false)) AND x.relkind = 'i'
UNION ALL
SELECT 'schema.valid.constraint.' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(r.relname) || '.'
    || pg_catalog.quote_ident(c.conname), 'no', NULL
FROM pg_catalog.pg_constraint c
JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE NOT c.convalidated AND n.nspname = ANY (pg_catalog.current_schemas(false))
UNION ALL
SELECT 'schema.valid.trigger.' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(r.relname) || '.'
    || pg_catalog.quote_ident(g.tgname), 'disabled', NULL
FROM pg_catalog.pg_trigger g
JOIN pg_catalog.pg_class r ON r.oid = g.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE g.tgenabled = 'D' AND n.nspname = ANY (pg_catalog.current_schemas(false))
