CREATE TABLE grp (code TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL, region TEXT NOT NULL, capacity INTEGER NOT NULL, language TEXT NOT NULL);
CREATE TABLE person (person_id TEXT PRIMARY KEY NOT NULL, given TEXT NOT NULL, family TEXT NOT NULL, birth_date TEXT NOT NULL,
                     municipality TEXT NOT NULL, language TEXT NOT NULL, phone TEXT, email TEXT);
CREATE TABLE enrol (group_code TEXT NOT NULL REFERENCES grp (code), person_id TEXT NOT NULL REFERENCES person (person_id),
                    referral_source TEXT NOT NULL, date TEXT NOT NULL, UNIQUE (group_code, person_id));
CREATE INDEX enrol_person ON enrol (person_id);
