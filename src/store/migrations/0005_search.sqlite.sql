-- What published inspel are found by: words and marks, each with its process before it. Beginnings are kept ready, so
-- that a search reads its matches newest first and stops when a page is full, however many there are.
CREATE VIRTUAL TABLE inspel_search USING fts5 (tokens, detail = none, tokenize = "ascii tokenchars '_'",
    prefix = '3 4 5 6 7 8 9 10 11 12 13 14 15 16');
