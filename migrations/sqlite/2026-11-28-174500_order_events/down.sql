DROP TRIGGER events_are_put_in_order;
DROP TABLE event_order;
