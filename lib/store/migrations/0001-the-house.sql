-- A check against more than two values is written with OR: SQLite builds a table of its own for a longer IN, at every insert.

-- Numbers of new rows are reserved here, under the write lock and before the rows are written.
CREATE TABLE id_sequence (
    name {text} NOT NULL PRIMARY KEY,
    next_id {int} NOT NULL
) {strict};
INSERT INTO id_sequence (name, next_id) VALUES
    ('batch', 1), ('catalogue', 1), ('change', 1), ('facilitator', 1), ('family', 1), ('journal', 1), ('peer_group', 1), ('person', 1),
    ('reminder', 1), ('session', 1), ('waiting', 1);

-- By which the store and the file of its person keys know each other.
CREATE TABLE store_identity (id {text} NOT NULL PRIMARY KEY) {strict};
CREATE TABLE keys.store_identity (id {text} NOT NULL PRIMARY KEY) {strict};

-- One person's own key for each region that works with them, sealed with the region's key; with it what eligibility
-- needs: the birth date, and the facts that a worker attested, such as whose client somebody is. Whoever is erased has no row, and no
-- old copy of the store can be read.
CREATE TABLE keys.person_key (
    person {int} NOT NULL,
    region {text} NOT NULL,
    version {int} NOT NULL, -- of the region's key
    wrapped {blob} NOT NULL,
    PRIMARY KEY (person, region)
) {clustered};

-- A facilitator's own key, likewise.
CREATE TABLE keys.facilitator_key (
    facilitator {int} NOT NULL,
    region {text} NOT NULL,
    version {int} NOT NULL, -- of the region's key
    wrapped {blob} NOT NULL,
    PRIMARY KEY (facilitator, region)
) {clustered};

-- With which version of a region's key its blind keys are made; 1 where nothing is said.
CREATE TABLE lookup_version (
    region {text} NOT NULL PRIMARY KEY,
    version {int} NOT NULL
) {strict};

-- Every catalogue that a decision was made under, whole, known by the hash of its files.
CREATE TABLE catalogue (
    id {int} PRIMARY KEY,
    digest {text} NOT NULL UNIQUE,
    content {text} NOT NULL
) {strict};

-- One command that changed something. Steps, marks and changes name the batch that they belong to.
CREATE TABLE batch (
    id {int} PRIMARY KEY,
    recorded_at {text} NOT NULL,
    actor {text} NOT NULL,
    role {text} NOT NULL,
    verb {text} NOT NULL,
    stated_on {text},
    catalogue {int} NOT NULL REFERENCES catalogue (id),
    first_change {int} NOT NULL -- no change of this batch, and none recorded after it, has a lower number
) {strict};

-- Who did and saw what, in chains: one for the changes of each region, `workspace` for what belongs to none, `reads` for reads,
-- exports and refused attempts. `link` is a keyed hash over the entry and the link before it.
CREATE TABLE journal (
    id {int} PRIMARY KEY,
    chain {text} NOT NULL,
    number {int} NOT NULL,
    recorded_at {text} NOT NULL,
    actor {text} NOT NULL,
    role {text} NOT NULL,
    verb {text} NOT NULL,
    objects {text} NOT NULL,
    ground {text},
    recipient {text},
    counts {text} NOT NULL,
    batch {int} REFERENCES batch (id),
    stated_now {text},
    stated_on {text},
    key_version {int} NOT NULL,
    link {blob} NOT NULL,
    UNIQUE (chain, number)
) {strict};

-- People: the row that every list may read, without a name in it. The municipality is empty under non-disclosure.
CREATE TABLE person (
    id {int} PRIMARY KEY,
    region {text} NOT NULL,
    municipality {text},
    language {text},
    channel {text} CHECK (channel = 'email' OR channel = 'sms' OR channel = 'none'),
    non_disclosure {int} NOT NULL DEFAULT 0 CHECK (non_disclosure IN (0, 1)),
    erased_on {text}, -- from then on the number stands for nobody, and figures that count it stay as they were
    merged_into {int}, -- who the number was entered for a second time
    batch {int} NOT NULL REFERENCES batch (id)
) {strict};

-- Who asked that what is kept be only kept. A table of its own because they are few and every batch asks.
CREATE TABLE person_restriction (
    person {int} PRIMARY KEY REFERENCES person (id),
    since {text} NOT NULL
) {strict};

-- The days that retention waits for, such as the closing of the case: one record a person, sealed with the person's key.
CREATE TABLE person_event (
    person {int} PRIMARY KEY REFERENCES person (id),
    record {blob} NOT NULL
) {strict};

-- Who is to be kept apart from whom: of each of the two one record, sealed with the own key.
CREATE TABLE person_apart (
    person {int} PRIMARY KEY REFERENCES person (id),
    record {blob} NOT NULL
) {strict};

-- Names, reference, address, contacts, identity code: one record, sealed with the person's key, opened by people/identity alone.
CREATE TABLE person_identity (
    person {int} PRIMARY KEY REFERENCES person (id),
    record {blob} NOT NULL
) {strict};

-- Blind keys by which equal values find each other within a region.
CREATE TABLE person_lookup (
    region {text} NOT NULL,
    kind {int} NOT NULL,
    lookup_key {blob} NOT NULL,
    person {int} NOT NULL REFERENCES person (id),
    PRIMARY KEY (region, kind, lookup_key, person)
) {clustered};

-- What was decided about one way of reaching a person; nothing stated means no message.
CREATE TABLE person_contact (
    person {int} NOT NULL REFERENCES person (id),
    channel {text} NOT NULL CHECK (channel IN ('email', 'sms')),
    consent {int} CHECK (consent IN (0, 1)),
    safe {int} CHECK (safe IN (0, 1)),
    PRIMARY KEY (person, channel)
) {clustered};

CREATE TABLE family_member (
    family {int} NOT NULL,
    person {int} NOT NULL REFERENCES person (id),
    PRIMARY KEY (family, person)
) {clustered};
CREATE INDEX family_of_person ON family_member (person);

-- `other` is the <relation> of `person`.
CREATE TABLE person_link (
    person {int} NOT NULL REFERENCES person (id),
    other {int} NOT NULL REFERENCES person (id),
    relation {text} NOT NULL,
    PRIMARY KEY (person, other, relation)
) {clustered};
CREATE INDEX link_to_person ON person_link (other);

-- A group, or one side of a pair that meets at the same time. `change_seq` names its newest change.
CREATE TABLE peer_group (
    id {int} PRIMARY KEY,
    code {text} NOT NULL UNIQUE,
    type {text} NOT NULL,
    variant {text},
    region {text} NOT NULL,
    municipality {text},
    venue {text},
    language {text},
    side {text} CHECK (side IN ('parents', 'children')),
    pair_code {text},
    other_side {int},
    state {text} NOT NULL CHECK (state = 'running' OR state = 'cancelled' OR state = 'finished'),
    intake {text} NOT NULL CHECK (intake IN ('open', 'closed')),
    openness {text} CHECK (openness IN ('open', 'closed')),
    capacity {int} CHECK (capacity >= 0),
    waiting_list {int} NOT NULL DEFAULT 1 CHECK (waiting_list IN (0, 1)),
    age_min {int},
    age_max {int},
    first_on {text},
    ended_on {text},
    change_seq {int} NOT NULL
) {strict};
CREATE INDEX peer_group_pair ON peer_group (pair_code);
CREATE INDEX peer_group_ended ON peer_group (ended_on);

-- What happened to a group; `previous` is the change before it, so that what was known then can be walked back to.
CREATE TABLE group_change (
    change_seq {int} PRIMARY KEY,
    batch {int} NOT NULL REFERENCES batch (id),
    peer_group {int} NOT NULL REFERENCES peer_group (id),
    kind {text} NOT NULL,
    effective_on {text} NOT NULL,
    state {text} NOT NULL,
    intake {text} NOT NULL,
    capacity {int},
    first_on {text},
    ended_on {text},
    municipality {text},
    venue {text},
    reason {text},
    previous {int}
) {strict};

-- A meeting. Local day and time: the zone is the region's. The counters are projections of its marks.
CREATE TABLE session (
    id {int} PRIMARY KEY,
    peer_group {int} NOT NULL REFERENCES peer_group (id),
    ordinal {int} NOT NULL,
    starts_on {text} NOT NULL,
    starts_at {text},
    duration_minutes {int},
    venue {text},
    state {text} NOT NULL CHECK (state = 'planned' OR state = 'held' OR state = 'cancelled'),
    moved {int} NOT NULL DEFAULT 0 CHECK (moved IN (0, 1)),
    reason {text},
    adults {int},
    children {int},
    attended {int} NOT NULL DEFAULT 0,
    absent_notified {int} NOT NULL DEFAULT 0,
    absent_not_notified {int} NOT NULL DEFAULT 0,
    excused {int} NOT NULL DEFAULT 0,
    change_seq {int} NOT NULL,
    UNIQUE (peer_group, ordinal)
) {strict};
CREATE INDEX session_day ON session (starts_on);

CREATE TABLE session_change (
    change_seq {int} PRIMARY KEY,
    batch {int} NOT NULL REFERENCES batch (id),
    session {int} NOT NULL REFERENCES session (id),
    kind {text} NOT NULL,
    starts_on {text} NOT NULL,
    starts_at {text},
    venue {text},
    state {text} NOT NULL,
    moved {int} NOT NULL,
    adults {int},
    children {int},
    reason {text},
    previous {int}
) {strict};

-- What a meeting was about, in people's own words, sealed: place 0 is the theme of the outline, the others were raised.
CREATE TABLE session_note (
    session {int} NOT NULL REFERENCES session (id),
    place {int} NOT NULL,
    sealed {blob} NOT NULL,
    PRIMARY KEY (session, place)
) {clustered};

-- Whoever guides groups, numbered apart from those who take part. Names and contacts are one record, sealed with the own key.
CREATE TABLE facilitator (
    id {int} PRIMARY KEY,
    region {text} NOT NULL,
    record {blob}, -- nothing of whom was erased
    batch {int} NOT NULL REFERENCES batch (id),
    erased_on {text} CHECK (erased_on IS NULL OR record IS NULL)
) {strict};

CREATE TABLE facilitator_role (
    facilitator {int} NOT NULL REFERENCES facilitator (id),
    role {text} NOT NULL,
    batch {int} NOT NULL REFERENCES batch (id),
    PRIMARY KEY (facilitator, role)
) {clustered};

-- Every statement about what somebody has earned: of those about the same day of earning the highest revision counts.
CREATE TABLE qualification (
    facilitator {int} NOT NULL REFERENCES facilitator (id),
    code {text} NOT NULL,
    earned_on {text} NOT NULL,
    revision {int} NOT NULL,
    expires_on {text}, -- the last day
    revoked_on {text}, -- the first day without it
    batch {int} NOT NULL REFERENCES batch (id),
    PRIMARY KEY (facilitator, code, earned_on, revision)
) {clustered};

-- Participants who chose that it be known which facilitators they are: the numbers of those, sealed with the person's key.
CREATE TABLE facilitator_link (
    person {int} PRIMARY KEY REFERENCES person (id),
    record {blob} NOT NULL
) {strict};

-- Who guides a group: a closed range of days, which stays when it ends.
CREATE TABLE group_staff (
    peer_group {int} NOT NULL REFERENCES peer_group (id),
    facilitator {int} NOT NULL REFERENCES facilitator (id),
    episode {int} NOT NULL,
    role {text} NOT NULL,
    from_on {text} NOT NULL,
    to_on {text},
    reason {text},
    role_gap {int} NOT NULL DEFAULT 0 CHECK (role_gap IN (0, 1)), -- without the qualification that the type asks for
    batch {int} NOT NULL REFERENCES batch (id),
    ended_batch {int} REFERENCES batch (id),
    PRIMARY KEY (peer_group, facilitator, episode)
) {clustered};
CREATE INDEX staff_of_facilitator ON group_staff (facilitator);

-- One person's way towards a group, or towards a type in a region before there is any group, up to a membership, which names it
-- then. `change_seq` names its newest step, `id` its first.
CREATE TABLE referral (
    person {int} NOT NULL,
    id {int} NOT NULL,
    peer_group {int}, -- of a pair one of its sides
    type {text} NOT NULL,
    region {text} NOT NULL,
    state {text} NOT NULL
        CHECK (state = 'referred' OR state = 'interview_scheduled' OR state = 'interviewed' OR state = 'suitable'
               OR state = 'not_suitable' OR state = 'deferred' OR state = 'withdrawn'),
    path {text},
    referred_on {text},
    scheduled_on {text},
    interviewed_on {text},
    decided_on {text},
    decided_by {text}, -- a facilitator's or a worker's code
    reason {text},
    priority {int} NOT NULL DEFAULT 0,
    change_seq {int} NOT NULL,
    PRIMARY KEY (person, id)
) {clustered};
CREATE INDEX referral_of_type ON referral (type, region);
CREATE INDEX referral_scheduled ON referral (scheduled_on) WHERE state = 'interview_scheduled';

-- Every step on such a way, in the order it was recorded.
CREATE TABLE referral_step (
    change_seq {int} PRIMARY KEY,
    batch {int} NOT NULL,
    person {int} NOT NULL,
    referral {int} NOT NULL,
    kind {text} NOT NULL,
    effective_on {text} NOT NULL,
    path {text},
    priority {int}, -- that a referral gave
    decided_by {text},
    reason {text},
    previous {int}
) {strict};

-- What an interview found and what was offered in place of a group, in people's own words, sealed with the person's key.
CREATE TABLE referral_note (
    person {int} NOT NULL,
    change_seq {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind = 'note' OR kind = 'offered_instead'),
    record {blob} NOT NULL,
    PRIMARY KEY (person, change_seq, kind)
) {clustered};

-- A membership: a closed range of days. `change_seq` names its newest step. Its group was read under the same lock, and an orphan is
-- looked for by the check of the store: a foreign key here would be asked for every row of a batch.
CREATE TABLE enrolment (
    peer_group {int} NOT NULL,
    person {int} NOT NULL,
    episode {int} NOT NULL,
    state {text} NOT NULL
        CHECK (state = 'enrolled' OR state = 'waitlisted' OR state = 'left' OR state = 'completed' OR state = 'transferred'
               OR state = 'withdrawn'),
    waiting_on {text},
    waiting_order {int},
    priority {int} NOT NULL DEFAULT 0, -- of whoever waits: the higher, the sooner
    from_on {text},
    to_on {text},
    reason {text},
    change_seq {int} NOT NULL,
    PRIMARY KEY (peer_group, person, episode)
) {clustered};

-- A seat that is held for somebody who waits; the membership goes on waiting until the offer is accepted.
CREATE TABLE offer (
    change_seq {int} PRIMARY KEY,
    batch {int} NOT NULL REFERENCES batch (id),
    party {int} NOT NULL, -- the first offer of those that are answered together
    peer_group {int} NOT NULL REFERENCES peer_group (id),
    person {int} NOT NULL REFERENCES person (id),
    episode {int} NOT NULL,
    made_on {text} NOT NULL,
    until_on {text},
    answer {text} CHECK (answer = 'accepted' OR answer = 'declined' OR answer = 'expired' OR answer = 'withdrawn'),
    answered_on {text},
    answer_seq {int},
    answer_batch {int}
) {strict};
CREATE INDEX offer_of_group ON offer (peer_group, person);
CREATE INDEX offer_unanswered ON offer (until_on) WHERE answer IS NULL;

-- The same memberships by person; the person's key is checked here, in key order.
CREATE TABLE member (
    person {int} NOT NULL REFERENCES person (id),
    peer_group {int} NOT NULL,
    episode {int} NOT NULL,
    referral {int}, -- the way that it came of, where the type asks for steps
    PRIMARY KEY (person, peer_group, episode)
) {clustered};

-- Every change of a membership, in the order it was recorded.
CREATE TABLE step (
    change_seq {int} PRIMARY KEY,
    batch {int} NOT NULL,
    peer_group {int} NOT NULL,
    person {int} NOT NULL,
    episode {int} NOT NULL,
    kind {text} NOT NULL,
    effective_on {text} NOT NULL,
    reason {text},
    previous {int}
) {strict};

-- Reasons against memberships for which somebody answered, and because of whom they stood; sealed with the person's key.
CREATE TABLE answered_for (
    person {int} NOT NULL REFERENCES person (id),
    peer_group {int} NOT NULL,
    episode {int} NOT NULL,
    batch {int} NOT NULL,
    record {blob} NOT NULL,
    PRIMARY KEY (person, peer_group, episode, batch)
) {clustered};

-- The steps that were taken back, and the steps, of the kind `undone`, that took them back.
CREATE TABLE undone_step (
    person {int} NOT NULL,
    change_seq {int} NOT NULL,
    undone_by {int} NOT NULL,
    PRIMARY KEY (person, change_seq)
) {clustered};

CREATE TABLE undone_batch (
    batch {int} PRIMARY KEY REFERENCES batch (id),
    undone_by {int} NOT NULL REFERENCES batch (id)
) {strict};

-- Every attendance mark, corrections included: the highest revision is the one that counts. Its meeting, like a membership's group,
-- was read under the same lock.
CREATE TABLE mark (
    session {int} NOT NULL,
    person {int} NOT NULL,
    revision {int} NOT NULL,
    mark {text} NOT NULL CHECK (mark = 'P' OR mark = 'L' OR mark = 'E' OR mark = 'R' OR mark = 'X' OR mark = 'N' OR mark = 'S'),
    minutes {int},
    change_seq {int} NOT NULL,
    batch {int} NOT NULL,
    PRIMARY KEY (session, person, revision)
) {clustered};

-- Memberships of whose beginning people are to be told: whoever enrols asks for it.
CREATE TABLE enrolment_notice (
    change_seq {int} PRIMARY KEY, -- of the step
    peer_group {int} NOT NULL,
    person {int} NOT NULL,
    episode {int} NOT NULL,
    asked_on {text} NOT NULL
) {strict};
CREATE INDEX enrolment_notice_day ON enrolment_notice (asked_on);

-- A message that a rule asked for, to one recipient: what became of it, or why there was none. `told` is when and where the event
-- was said to be; whoever was told otherwise has a row of a higher version.
CREATE TABLE reminder (
    id {int} PRIMARY KEY,
    rule {text} NOT NULL,
    about {text} NOT NULL,
    event {int} NOT NULL, -- number of a session, an offer, a referral or a step, as `about` says
    person {int} NOT NULL DEFAULT 0,
    facilitator {int} NOT NULL DEFAULT 0,
    staff {text} NOT NULL DEFAULT '',
    version {int} NOT NULL,
    peer_group {int},
    region {text} NOT NULL,
    told {text} NOT NULL,
    due_at {text} NOT NULL,
    last_at {text} NOT NULL,
    state {text} NOT NULL,
    channel {text},
    attempts {int} NOT NULL DEFAULT 0,
    next_at {text},
    recorded_at {text} NOT NULL,
    code {text},
    UNIQUE (rule, about, event, person, facilitator, staff, version)
) {strict};
CREATE INDEX reminder_state ON reminder (state, next_at);
CREATE INDEX reminder_of_person ON reminder (person, recorded_at);

-- Since when each rule of reminders is known: what was due before is not its business.
CREATE TABLE reminder_rule (
    rule {text} NOT NULL PRIMARY KEY,
    since {text} NOT NULL
) {strict};

-- The last run of each job that a clock starts, for the regions of whoever it acts as. `through`: everything due until then was
-- seen to, as the store stood after the entry `journal` of the record and the files as they were at `basis`; as long as neither
-- changes there is nothing to do until `idle_until`.
CREATE TABLE job_run (
    job {text} NOT NULL,
    regions {text} NOT NULL DEFAULT '',
    started_at {text} NOT NULL,
    ended_at {text},
    through {text},
    idle_until {text},
    journal {int} NOT NULL DEFAULT 0,
    basis {text},
    PRIMARY KEY (job, regions)
) {strict};

-- To which key rings, by fingerprint, a region's key was sealed: up to which version, and since when they are to get no newer one.
CREATE TABLE key_grant (
    region {text} NOT NULL,
    ring {text} NOT NULL,
    version {int} NOT NULL,
    granted_at {text} NOT NULL,
    revoked_at {text},
    PRIMARY KEY (region, ring)
) {clustered};
