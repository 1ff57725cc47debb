-- What the role may do, whoever granted it.
SELECT f.name, CASE WHEN f.value THEN 'yes' ELSE 'no' END, NULL
FROM pg_catalog.pg_roles r
CROSS JOIN LATERAL (VALUES
    ('role.superuser', r.rolsuper),
    ('role.bypasses_row_security', r.rolsuper OR r.rolbypassrls),
    ('role.may_create_databases', r.rolsuper OR r.rolcreatedb),
    ('role.may_create_roles', r.rolsuper OR r.rolcreaterole),
    ('right.schema_create.public', pg_catalog.has_schema_privilege(pg_catalog.to_regnamespace('public')::oid, 'CREATE')),
    ('right.schema_create.current', pg_catalog.has_schema_privilege(pg_catalog.to_regnamespace(
        pg_catalog.quote_ident(pg_catalog.current_schema()))::oid, 'CREATE')),
    ('right.create_schema', pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')),
    ('right.temporary_tables', pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY'))
) AS f (name, value)
WHERE r.rolname = current_user AND f.value IS NOT NULL
