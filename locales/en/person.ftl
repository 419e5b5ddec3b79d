### The page of one person.

person-claims = With them now
person-in-queue = Show in the queue
person-no-claims = No open claim is with them.
person-did = What they did
person-did-nothing = Nothing yet.
