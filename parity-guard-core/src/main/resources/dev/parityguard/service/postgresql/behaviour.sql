-- What the server answers. Constants only. Letters beyond ASCII are written as UTF-8 in hexadecimal, so that a server of
-- any encoding can read the statement; they come from a subquery, so that nothing is computed before it is known that
-- the encoding can hold them. The name of an encoding has the collation "C", which its result would inherit.
SELECT f.name, f.value, NULL
FROM (SELECT pg_catalog.max(t.word) FILTER (WHERE t.id = 1) AS small, pg_catalog.max(t.word) FILTER (WHERE t.id = 2) AS big,
        pg_catalog.max(t.word) FILTER (WHERE t.id = 3) AS cyrillic_small, pg_catalog.max(t.word) FILTER (WHERE t.id = 4) AS cyrillic_big,
        pg_catalog.max(t.word) FILTER (WHERE t.id = 5) AS street
    FROM (SELECT l.id, pg_catalog.convert_from(pg_catalog.decode(l.hex, 'hex'), 'UTF8') COLLATE "default" AS word
        FROM (VALUES (1, 'c3a9'), (2, 'c389'), (3, 'd0bfd180d0b8d0b2d196d182'), (4, 'd09fd0a0d098d092d086d0a2'),
            (5, '73747261c39f6520c3a920')) AS l (id, hex)
        WHERE pg_catalog.current_setting('server_encoding') = 'UTF8') AS t
) AS w
CROSS JOIN LATERAL (VALUES
    ('behaviour.equality_ignores_case', CASE WHEN 'a' = 'A' THEN 'yes' ELSE 'no' END),
    ('behaviour.equality_ignores_accents', CASE WHEN w.small = 'e' THEN 'yes' ELSE 'no' END),
    ('behaviour.equality_ignores_trailing_blanks', CASE WHEN 'a'::text = 'a ' THEN 'yes' ELSE 'no' END),
    ('behaviour.like_ignores_case', CASE WHEN 'a' LIKE 'A' THEN 'yes' ELSE 'no' END),
    ('behaviour.like_ignores_case_unicode',
        CASE WHEN w.small IS NULL THEN 'not representable' WHEN w.cyrillic_small ILIKE w.cyrillic_big THEN 'yes' ELSE 'no' END),
    ('behaviour.upper', COALESCE(pg_catalog.upper(w.street || 'i'), 'not representable')),
    ('behaviour.lower', COALESCE(pg_catalog.lower(w.big || ' ' || w.cyrillic_big || ' I'), 'not representable')),
    ('behaviour.empty_string_is_null', CASE WHEN ''::text IS NULL THEN 'yes' ELSE 'no' END),
    ('behaviour.concat_null', COALESCE('a' || NULL::text, 'null')),
    ('behaviour.concat_operator', 'a' || 'b'),
    ('behaviour.integer_division', (5 / 2)::text),
    ('behaviour.rounding_decimal', pg_catalog.round(2.5)::text),
    ('behaviour.rounding_float', pg_catalog.round(2.5::float8)::text),
    ('behaviour.rounding_cast', CAST(2.5 AS integer)::text),
    ('behaviour.substring_from_zero', pg_catalog.substr('hello', 0, 2)),
    ('behaviour.greatest_ignores_null', CASE WHEN GREATEST(1, NULL) = 1 THEN 'yes' ELSE 'no' END),
    ('behaviour.identifier_length', pg_catalog.length(pg_catalog.repeat('x', 300)::name::text)::text),
    ('behaviour.identifier_case', (pg_catalog.parse_ident('Abc'))[1]),
    ('behaviour.date_order', pg_catalog.to_char('01/02/03'::date, 'YYYY-MM-DD')),
    ('behaviour.number_format', pg_catalog.to_char(-1234.5, 'FML9G999D9')),
    ('behaviour.month_name', pg_catalog.to_char('2024-03-01'::date, 'TMMonth')),
    ('behaviour.null_order', (SELECT CASE WHEN pg_catalog.max(n.place) FILTER (WHERE n.v IS NULL) = 1 THEN 'first' ELSE 'last' END
        FROM (SELECT v, pg_catalog.row_number() OVER (ORDER BY v) AS place FROM (VALUES (1), (NULL)) AS x (v)) AS n)),
    -- Local times of one moment in places that changed their rules: which time zone data the server has.
    ('behaviour.time_zone_rules', (SELECT pg_catalog.string_agg(z.zone || ' ' ||
            pg_catalog.to_char('2025-07-01 12:00:00+00'::timestamptz AT TIME ZONE z.zone, 'HH24:MI'), ', ' ORDER BY z.id)
        FROM (VALUES (1, 'America/Mexico_City'), (2, 'Asia/Amman'), (3, 'Africa/Cairo'), (4, 'Asia/Almaty'),
            (5, 'America/Asuncion')) AS z (id, zone))),
    ('behaviour.sort_order', (SELECT pg_catalog.string_agg(
            CASE WHEN s.word = 'a b' THEN '"a b"' ELSE s.word END, ' ' ORDER BY s.word, s.word COLLATE "C")
        FROM (SELECT CASE WHEN v.ascii IS NOT NULL THEN v.ascii
                    WHEN v.hex IS NOT NULL THEN pg_catalog.convert_from(pg_catalog.decode(v.hex, 'hex'), 'UTF8') COLLATE "default" END AS word
            FROM (VALUES ('a', NULL), ('B', NULL), ('A', NULL), ('b', NULL), ('_a', NULL), ('a-b', NULL), ('ab', NULL),
                ('a b', NULL), ('1-1', NULL), ('11', NULL), ('z', NULL), (NULL, 'c3a9'), (NULL, 'c3a4'))
                AS v (ascii, hex)
            WHERE v.ascii IS NOT NULL OR pg_catalog.current_setting('server_encoding') = 'UTF8') AS s))
) AS f (name, value)
