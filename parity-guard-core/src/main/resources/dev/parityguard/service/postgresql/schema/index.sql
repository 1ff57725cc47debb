-- Names of indexes are often generated, so what is indexed stands for the name. An index that a constraint made is told
-- with it.
SELECT CASE WHEN i.indisunique THEN 'unique_index' ELSE 'index' END,
       r.name || {index_columns},
       pg_catalog.substr(pg_catalog.pg_get_indexdef(i.indexrelid),
              pg_catalog.length(CASE WHEN i.indisunique THEN 'CREATE UNIQUE INDEX ' ELSE 'CREATE INDEX ' END
                     || pg_catalog.quote_ident(x.relname) || ' ON ') + 1)
       || CASE WHEN i.indisvalid THEN '' ELSE ' NOT VALID' END
FROM relation r
JOIN pg_catalog.pg_index i ON i.indrelid = r.oid
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint c
                  WHERE c.conindid = i.indexrelid AND c.conrelid = r.oid AND c.contype IN ('p', 'u', 'x'))
