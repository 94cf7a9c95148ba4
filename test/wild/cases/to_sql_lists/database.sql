CREATE TABLE teams (name TEXT);
INSERT INTO teams VALUES ('untouched');
