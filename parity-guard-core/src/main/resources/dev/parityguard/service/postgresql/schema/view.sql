SELECT 'view', r.name,
       CASE r.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END
       || coalesce(' with ' || pg_catalog.array_to_string(r.reloptions, ', '), '')
       || ', query ' || {hash<}pg_catalog.pg_get_viewdef(r.oid){>hash}
FROM relation r WHERE r.relkind IN ('v', 'm')
