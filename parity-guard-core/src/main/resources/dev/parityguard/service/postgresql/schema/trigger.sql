SELECT 'trigger', r.name || '.' || pg_catalog.quote_ident(g.tgname),
       pg_catalog.pg_get_triggerdef(g.oid)
       || CASE g.tgenabled WHEN 'D' THEN ' DISABLED' WHEN 'R' THEN ' ON REPLICAS ONLY' WHEN 'A' THEN ' ALWAYS' ELSE '' END
FROM relation r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal
