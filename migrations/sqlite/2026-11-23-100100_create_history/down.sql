DROP TRIGGER events_are_not_deleted;
DROP TRIGGER events_are_not_updated;
DROP TABLE events;
DROP TABLE chains;
