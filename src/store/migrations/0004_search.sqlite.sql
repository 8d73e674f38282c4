CREATE VIRTUAL TABLE inspel_search USING fts5 (terms, folded, tokenize = 'unicode61 remove_diacritics 0');
