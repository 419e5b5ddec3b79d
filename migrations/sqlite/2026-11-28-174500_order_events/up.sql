-- The order in which lines of history became visible, over all chains: whoever listens goes on from a number. Lines
-- of before this step have none, because nobody listened. SQLite has one writer at a time, so the next number is the
-- next to become visible.
CREATE TABLE event_order (
    number BIGINT PRIMARY KEY NOT NULL,
    event_id BLOB NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER events_are_put_in_order AFTER INSERT ON events
BEGIN INSERT INTO event_order (number, event_id) SELECT coalesce(max(number), 0) + 1, NEW.id FROM event_order; END;
