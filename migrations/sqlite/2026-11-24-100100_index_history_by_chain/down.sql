DROP INDEX events_by_chain;
