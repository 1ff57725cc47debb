-- Names of constraints are often generated, so what a constraint is about stands for its name. NOT NULL is told with its
-- column (from version 18 on it is a constraint too).
SELECT 'constraint',
       r.name || '.' || CASE c.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
                                       WHEN 'c' THEN 'check' ELSE 'exclude' END
       || {constraint_columns},
       pg_catalog.pg_get_constraintdef(c.oid)
FROM relation r JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'c', 'x')
