-- What the application's own role may do; what others may is administration.
SELECT 'grant', r.name,
       CASE WHEN pg_catalog.has_schema_privilege(r.relnamespace, 'USAGE') THEN pg_catalog.concat_ws(', ',
         CASE WHEN pg_catalog.has_table_privilege(r.oid, 'SELECT') THEN 'select' END,
         CASE WHEN pg_catalog.has_table_privilege(r.oid, 'INSERT') THEN 'insert' END,
         CASE WHEN pg_catalog.has_table_privilege(r.oid, 'UPDATE') THEN 'update' END,
         CASE WHEN pg_catalog.has_table_privilege(r.oid, 'DELETE') THEN 'delete' END)
       ELSE 'no usage of its schema' END
FROM relation r
