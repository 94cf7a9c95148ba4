CREATE TABLE banks (bank TEXT);
