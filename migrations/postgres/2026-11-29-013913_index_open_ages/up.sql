-- How old the claims are on which somebody still has to act, counted without a look at each.
CREATE INDEX claims_open_by_created ON claims (created_at)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
