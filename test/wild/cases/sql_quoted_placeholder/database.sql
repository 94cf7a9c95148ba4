CREATE TABLE hotels (name TEXT, country TEXT);
INSERT INTO hotels VALUES ('Aurora', 'IT'), ('Brise', 'FR');
