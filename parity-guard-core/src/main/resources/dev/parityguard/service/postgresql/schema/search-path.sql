-- The search path as it is written: a schema that the role may not use is not among the current schemas.
ARRAY(SELECT (CASE WHEN e IN ('$user', '"$user"') THEN current_user::text
                   WHEN e LIKE '"%"' THEN pg_catalog.replace(pg_catalog.substr(e, 2, pg_catalog.length(e) - 2), '""', '"')
                   ELSE e END)::pg_catalog.name
      FROM pg_catalog.regexp_split_to_table(pg_catalog.current_setting('search_path'), E'\\s*,\\s*') e)
|| pg_catalog.current_schemas(false)
