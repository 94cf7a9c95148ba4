CREATE TABLE counters (name TEXT);
INSERT INTO counters VALUES ('untouched');
