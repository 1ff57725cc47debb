-- What the session goes by, and what the server would give to a new one. The views are those of performance_schema in
-- MySQL and of information_schema in MariaDB.
SELECT 'session', v.VARIABLE_NAME, v.VARIABLE_VALUE
FROM {schema}.session_variables v
WHERE v.VARIABLE_NAME IN ({names})
UNION ALL
SELECT 'global', v.VARIABLE_NAME, v.VARIABLE_VALUE
FROM {schema}.global_variables v
WHERE v.VARIABLE_NAME IN ({names})
