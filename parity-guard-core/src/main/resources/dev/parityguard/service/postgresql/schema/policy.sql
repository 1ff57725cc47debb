-- The names of roles differ between environments as they please.
SELECT 'policy', r.name || '.' || pg_catalog.quote_ident(p.polname),
       {permissive}
       || CASE p.polcmd WHEN 'r' THEN ' for select' WHEN 'a' THEN ' for insert' WHEN 'w' THEN ' for update'
                        WHEN 'd' THEN ' for delete' ELSE ' for all' END
       || CASE WHEN p.polroles = '{0}' THEN ' to public' ELSE ' to some roles' END
       || coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
       || coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
FROM relation r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
