DROP TABLE events;
DROP FUNCTION refuse_history_change();
DROP TABLE chains;
