SELECT 'table', r.name,
       CASE r.relkind WHEN 'r' THEN 'table' WHEN 'f' THEN 'foreign table'
                      ELSE 'table partitioned by ' || {partition_key} END
       || CASE r.relpersistence WHEN 'u' THEN ', unlogged' WHEN 't' THEN ', temporary' ELSE '' END
       || CASE WHEN r.relrowsecurity THEN ', row security' ELSE '' END
       || CASE WHEN r.relforcerowsecurity THEN ', forced on its owner' ELSE '' END
       || CASE r.relreplident WHEN 'f' THEN ', replica identity full' WHEN 'n' THEN ', replica identity nothing'
                              WHEN 'i' THEN ', replica identity using index' ELSE '' END
FROM relation r WHERE r.relkind IN ('r', 'p', 'f')
