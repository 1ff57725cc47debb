SELECT 'type', s.name || '.' || pg_catalog.quote_ident(t.typname),
       CASE t.typtype
         WHEN 'e' THEN 'enum ' || coalesce(
           (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
            FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '')
         ELSE 'domain ' || pg_catalog.format_type(t.typbasetype, t.typtypmod)
              || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
              || coalesce(' default ' || t.typdefault, '')
              || coalesce((SELECT pg_catalog.string_agg(' ' || pg_catalog.pg_get_constraintdef(c.oid), '' ORDER BY pg_catalog.pg_get_constraintdef(c.oid) COLLATE "C")
                           FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c'), '') END
FROM pg_catalog.pg_type t JOIN space s ON s.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
