-- Another history of the same structure: columns that came and went, names that were given anew, objects made again.
DO $$
DECLARE o record; definition text;
BEGIN
  FOR o IN SELECT c.oid, c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition LOOP
    EXECUTE format('ALTER TABLE %s ADD COLUMN detour int DEFAULT 7', o.name);
    EXECUTE format('ALTER TABLE %s DROP COLUMN detour', o.name);
  END LOOP;
  FOR o IN SELECT i.indexrelid, x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE x.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid) LOOP
    definition := pg_get_indexdef(o.indexrelid);
    EXECUTE format('DROP INDEX %I', o.relname);
    EXECUTE replace(definition, 'INDEX ' || quote_ident(o.relname), 'INDEX detour_' || o.indexrelid);
  END LOOP;
  FOR o IN SELECT c.oid, c.conname, c.conrelid::regclass AS name, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'f' AND NOT r.relispartition LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', o.name, o.conname);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT detour_%s %s', o.name, o.oid, o.definition);
  END LOOP;
  FOR o IN SELECT c.oid, c.conname, c.conrelid::regclass AS name FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'c') AND NOT r.relispartition LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO detour_%s', o.name, o.conname, o.oid);
  END LOOP;
  FOR o IN SELECT d.objid, d.objid::regclass AS name FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' WHERE d.refobjsubid > 0 AND d.deptype IN ('a', 'i') LOOP
    EXECUTE format('ALTER SEQUENCE %s RENAME TO detour_%s', o.name, o.objid);
  END LOOP;
END $$;
