-- One row; the names of its columns are those of the facts. Constants only, as texts of the database's own character
-- set and collation, which new columns get. Letters beyond ASCII are written in hexadecimal, so that a connection of
-- any character set can send them; what the character set cannot hold is NULL in w.
SELECT
    UNIX_TIMESTAMP(SYSDATE(6)) AS `clock`,
    IF(CONVERT_TZ('2024-01-01 00:00:00', 'UTC', 'Europe/Paris') IS NULL, 'no', 'yes') AS `time_zone_tables.loaded`,
    (SELECT IF(s.VARIABLE_VALUE = '', 'no', 'yes') FROM {schema}.session_status s
        WHERE s.VARIABLE_NAME = 'Ssl_cipher') AS `tls`,
    IF(EXISTS (SELECT 1 FROM information_schema.USER_PRIVILEGES p WHERE p.PRIVILEGE_TYPE = 'SUPER'
        AND p.GRANTEE = CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')), 'yes', 'no') AS `right.super`,
    IF(w.a = 'A', 'yes', 'no') AS `behaviour.equality_ignores_case`,
    IF(w.small IS NULL, 'not representable', IF(w.small = 'e', 'yes', 'no')) AS `behaviour.equality_ignores_accents`,
    IF(w.a = 'a ', 'yes', 'no') AS `behaviour.equality_ignores_trailing_blanks`,
    IF(w.a LIKE 'A', 'yes', 'no') AS `behaviour.like_ignores_case`,
    IF(w.cyrillic_small IS NULL, 'not representable', IF(w.cyrillic_small LIKE w.cyrillic_big, 'yes', 'no'))
        AS `behaviour.like_ignores_case_unicode`,
    COALESCE(UPPER(w.street), 'not representable') AS `behaviour.upper`,
    COALESCE(LOWER(CONCAT(w.big, ' ', w.cyrillic_big, ' I')), 'not representable') AS `behaviour.lower`,
    IF('' IS NULL, 'yes', 'no') AS `behaviour.empty_string_is_null`,
    COALESCE(CAST('a' || NULL AS CHAR), 'null') AS `behaviour.concat_null`,
    CAST('a' || 'b' AS CHAR) AS `behaviour.concat_operator`,
    CAST(5 / 2 AS CHAR) AS `behaviour.integer_division`,
    CAST(ROUND(2.5) AS CHAR) AS `behaviour.rounding_decimal`,
    CAST(ROUND(2.5e0) AS CHAR) AS `behaviour.rounding_float`,
    CAST(CAST(2.5 AS SIGNED) AS CHAR) AS `behaviour.rounding_cast`,
    SUBSTR('hello', 0, 2) AS `behaviour.substring_from_zero`,
    IF(GREATEST(1, NULL) = 1, 'yes', 'no') AS `behaviour.greatest_ignores_null`,
    (SELECT CAST(c.CHARACTER_MAXIMUM_LENGTH AS CHAR) FROM information_schema.COLUMNS c
        WHERE c.TABLE_SCHEMA = 'information_schema' AND c.TABLE_NAME = 'TABLES' AND c.COLUMN_NAME = 'TABLE_NAME')
        AS `behaviour.identifier_length`,
    IF(@@lower_case_table_names = 1, 'abc', 'Abc') AS `behaviour.identifier_case`,
    COALESCE(DATE_FORMAT(CAST('01/02/03' AS DATE), '%Y-%m-%d'), 'refused') AS `behaviour.date_order`,
    (SELECT IF(n.v IS NULL, 'first', 'last') FROM (SELECT 1 AS v UNION ALL SELECT NULL) n ORDER BY n.v LIMIT 1)
        AS `behaviour.null_order`,
    (SELECT GROUP_CONCAT(z.zone, ' ', DATE_FORMAT(CONVERT_TZ('2025-07-01 12:00:00', 'UTC', z.zone), '%H:%i')
            ORDER BY z.id SEPARATOR ', ')
        FROM (SELECT 1 AS id, 'America/Mexico_City' AS zone UNION ALL SELECT 2, 'Asia/Amman'
            UNION ALL SELECT 3, 'Africa/Cairo' UNION ALL SELECT 4, 'Asia/Almaty'
            UNION ALL SELECT 5, 'America/Asuncion') z) AS `behaviour.time_zone_rules`,
    (SELECT GROUP_CONCAT(IF(s.word = 'a b', '"a b"', s.word) ORDER BY s.word, HEX(s.word) SEPARATOR ' ')
        FROM (SELECT CONVERT(l.word USING {charset}) COLLATE {collation} AS word
            FROM (SELECT CONVERT(X'61' USING utf8mb4) AS word UNION ALL SELECT X'42' UNION ALL SELECT X'41'
                UNION ALL SELECT X'62' UNION ALL SELECT X'5F61' UNION ALL SELECT X'612D62' UNION ALL SELECT X'6162'
                UNION ALL SELECT X'612062' UNION ALL SELECT X'312D31' UNION ALL SELECT X'3131'
                UNION ALL SELECT X'7A' UNION ALL SELECT X'C3A9' UNION ALL SELECT X'C3A4') l) s) AS `behaviour.sort_order`
FROM (
    SELECT CONVERT('a' USING {charset}) COLLATE {collation} AS a,
        MAX(IF(f.id = 1, f.word, NULL)) AS small, MAX(IF(f.id = 2, f.word, NULL)) AS big,
        MAX(IF(f.id = 3, f.word, NULL)) AS cyrillic_small, MAX(IF(f.id = 4, f.word, NULL)) AS cyrillic_big,
        MAX(IF(f.id = 5, f.word, NULL)) AS street
    FROM (SELECT u.id, CONVERT(u.word USING {charset}) COLLATE {collation} AS word
        FROM (SELECT 1 AS id, CONVERT(X'C3A9' USING utf8mb4) AS word
            UNION ALL SELECT 2, CONVERT(X'C389' USING utf8mb4)
            UNION ALL SELECT 3, CONVERT(X'D0BFD180D0B8D0B2D196D182' USING utf8mb4)
            UNION ALL SELECT 4, CONVERT(X'D09FD0A0D098D092D086D0A2' USING utf8mb4)
            UNION ALL SELECT 5, CONVERT(X'73747261C39F6520C3A92069' USING utf8mb4)) u
        WHERE HEX(CONVERT(CONVERT(u.word USING {charset}) USING utf8mb4)) = HEX(u.word)) f
) w
