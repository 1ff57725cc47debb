-- What expressions look like depends on the session: names are qualified unless the search path finds them, times are in
-- its zone. Here they are spelled in one way, for this transaction only, before anything is looked at.
WITH wanted AS (SELECT {schemas} AS schemas OFFSET 0),
canonical AS (
  SELECT schemas,
         pg_catalog.set_config('search_path', 'pg_catalog', true),
         pg_catalog.set_config('DateStyle', 'ISO, YMD', true),
         pg_catalog.set_config('IntervalStyle', 'postgres', true),
         pg_catalog.set_config('TimeZone', 'UTC', true),
         pg_catalog.set_config('quote_all_identifiers', 'off', true)
  FROM wanted OFFSET 0),
space AS (
  SELECT n.oid, pg_catalog.quote_ident(n.nspname) AS name
  FROM pg_catalog.pg_namespace n JOIN canonical ON n.nspname = ANY (schemas)
  WHERE n.nspname NOT LIKE 'pg@_%' ESCAPE '@' AND n.nspname <> 'information_schema'),
-- An extension's own objects are told by its version; a partition is made as data comes.
relation AS (
  SELECT c.oid, c.relnamespace, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reloptions,
         pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relnamespace = ANY (ARRAY(SELECT oid FROM space)) AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT {partition}
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')),
owned AS (
  SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS attnum,
         pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind = 'S'
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
    AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0 AND c.relnamespace = ANY (ARRAY(SELECT oid FROM space)) OFFSET 0)
