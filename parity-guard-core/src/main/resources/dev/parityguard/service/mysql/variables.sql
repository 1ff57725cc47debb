-- What the session goes by, and what the server would give to a new one. A variable that a version does not have is
-- missing from the answer. The views are those of performance_schema in MySQL, of information_schema in MariaDB.
SELECT v.VARIABLE_NAME, v.VARIABLE_VALUE, v.scope
FROM (
    SELECT s.VARIABLE_NAME, s.VARIABLE_VALUE, 'session' AS scope FROM {schema}.session_variables s
    UNION ALL
    SELECT g.VARIABLE_NAME, g.VARIABLE_VALUE, 'global' FROM {schema}.global_variables g
) v
WHERE v.VARIABLE_NAME IN (
    'aurora_version', 'basedir', 'memsql_version', 'server_uuid', 'system_time_zone', 'version',
    'auto_increment_increment', 'auto_increment_offset', 'binlog_format', 'block_encryption_mode',
    'character_set_client', 'character_set_collations', 'character_set_connection', 'character_set_database',
    'character_set_results', 'character_set_server', 'collation_connection', 'collation_database', 'collation_server',
    'completion_type', 'default_storage_engine', 'default_week_format', 'div_precision_increment', 'event_scheduler',
    'explicit_defaults_for_timestamp', 'foreign_key_checks', 'ft_min_word_len', 'group_concat_max_len',
    'innodb_autoinc_lock_mode', 'innodb_default_row_format', 'innodb_ft_min_token_size', 'innodb_lock_wait_timeout',
    'innodb_page_size', 'innodb_rollback_on_timeout', 'innodb_snapshot_isolation', 'innodb_strict_mode', 'lc_time_names',
    'local_infile', 'log_bin', 'log_bin_trust_function_creators', 'lower_case_table_names', 'max_allowed_packet',
    'max_execution_time', 'max_sort_length', 'max_statement_time', 'old_mode', 'read_only',
    'restrict_fk_on_non_standard_key', 'sql_auto_is_null', 'sql_generate_invisible_primary_key', 'sql_mode',
    'sql_require_primary_key', 'sql_safe_updates', 'sql_select_limit', 'super_read_only', 'time_zone',
    'transaction_isolation', 'tx_isolation', 'unique_checks', 'wait_timeout', 'wsrep_on')
