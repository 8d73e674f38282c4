-- What the staff find inspel, issues and answers by, also before they are published: see 0005.
CREATE VIRTUAL TABLE desk_search USING fts5 (tokens, detail = none, tokenize = "ascii tokenchars '_'",
    prefix = '3 4 5 6 7 8 9 10 11 12 13 14 15 16');
