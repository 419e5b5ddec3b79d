DROP TRIGGER events_are_put_in_order ON events;
DROP FUNCTION put_event_in_order();
DROP TABLE event_order;
