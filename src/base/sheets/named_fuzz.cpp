#include "base/sheets/named.hpp"

#include "base/text.hpp"
#include "support/fuzz.hpp"

using namespace medskapa;

/// A table that is read has all its keys in every row and its rows in rising order; what is refused says why.
void try_input(std::string_view bytes) {
    const auto table = sheets::read_named(bytes, {{{"text", {"text"}}, {"title", {"rubrik", "title"}}}});
    if (!table) {
        must(!table.error().complaints.empty());
        return;
    }
    int previous = 0;
    for (const auto& row : table->rows) {
        must(row.line() > previous);
        must(row.has("text") && row.has("title"));
        must(text::is_valid_utf8(row["text"]));
        previous = row.line();
    }
}
