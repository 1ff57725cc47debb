SELECT 'function', s.name || '.' || pg_catalog.quote_ident(p.proname) || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
       coalesce('returns ' || pg_catalog.pg_get_function_result(p.oid) || ' ', '') || 'language ' || l.lanname
       || CASE p.provolatile WHEN 'i' THEN ' immutable' WHEN 's' THEN ' stable' ELSE ' volatile' END
       || CASE WHEN p.proisstrict THEN ' strict' ELSE '' END
       || CASE WHEN p.prosecdef THEN ' security definer' ELSE '' END
       || coalesce(' set ' || pg_catalog.array_to_string(p.proconfig, ', '), '')
       || ', body ' || {hash<}p.prosrc || coalesce(p.probin, '') || {function_body}{>hash}
FROM pg_catalog.pg_proc p JOIN space s ON s.oid = p.pronamespace JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
