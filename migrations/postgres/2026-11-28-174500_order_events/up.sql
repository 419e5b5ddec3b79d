-- The order in which lines of history became visible, over all chains: whoever listens goes on from a number. Lines
-- of before this step have none, because nobody listened.
--
-- Numbers that are given while transactions are still at work become visible in another order than they were given in,
-- and whoever has read 7 would never see 6. So they are given at the end of each transaction, by one at a time: the
-- lock is the last thing that a transaction waits for, and it is held until its lines are visible.
CREATE TABLE event_order (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id UUID NOT NULL
);

CREATE FUNCTION put_event_in_order() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    PERFORM pg_advisory_xact_lock(202611281745);
    INSERT INTO event_order (event_id) VALUES (NEW.id);
    -- Once a transaction, however many lines it wrote: notices that are alike count as one.
    PERFORM pg_notify('corroborate_events', '');
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER events_are_put_in_order AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION put_event_in_order();
