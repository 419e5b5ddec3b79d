-- Lists leave out what was taken out, so their indexes do too; that also lets a count by state read an index alone.
DROP INDEX claims_by_urgency;
DROP INDEX claims_by_state;
DROP INDEX claims_by_assignee;
DROP INDEX claims_by_assignee_urgency;
DROP INDEX claims_by_due;
DROP INDEX claims_by_worthiness;
DROP INDEX claims_by_substance;
DROP INDEX claims_by_attribution;
CREATE INDEX claims_by_urgency ON claims (urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_worthiness ON claims (check_worthiness, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_state ON claims (state, urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_state_id ON claims (state, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_state_worthiness ON claims (state, check_worthiness, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_assignee ON claims (assignee_id, state, urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_assignee_urgency ON claims (assignee_id, urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_substance ON claims (substance, urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_substance_id ON claims (substance, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_attribution ON claims (attribution, urgency, id) WHERE removed_at IS NULL;
CREATE INDEX claims_by_attribution_id ON claims (attribution, id) WHERE removed_at IS NULL;

-- Open is what somebody still has to act on: the part that people work on all day, and a small one on an old desk.
-- The condition stands word for word in claim::store::queue; IS TRUE keeps both databases from reading it as a
-- search for four states.
CREATE INDEX claims_open_by_urgency ON claims (urgency, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_by_id ON claims (id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_by_worthiness ON claims (check_worthiness, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_by_assignee ON claims (assignee_id, urgency, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_by_assignee_id ON claims (assignee_id, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_by_assignee_worthiness ON claims (assignee_id, check_worthiness, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE;
CREATE INDEX claims_open_of_high_risk ON claims (urgency, id)
    WHERE removed_at IS NULL AND (state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE AND risk = 1;
