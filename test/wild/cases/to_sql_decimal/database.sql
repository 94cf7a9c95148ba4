CREATE TABLE prices (name TEXT);
INSERT INTO prices VALUES ('untouched');
