#include "base/csv/records.hpp"

#include "base/csv/write.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;

namespace {

using Table = std::vector<std::vector<std::string>>;

Table rest_of(csv::Records& records) {
    Table table;
    while (const auto* fields = records.next()) table.emplace_back(fields->begin(), fields->end());
    return table;
}

}  // namespace

/// The same table however it is cut in pieces, and a field that is written reads back.
void try_input(std::string_view bytes) {
    csv::Records whole{bytes, ','};
    const auto table = rest_of(whole);
    csv::Records pieces;
    Table again;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        pieces.feed(bytes.substr(at, 3));
        for (auto& row : rest_of(pieces)) again.push_back(std::move(row));
    }
    pieces.close();
    for (auto& row : rest_of(pieces)) again.push_back(std::move(row));
    must(table == again);
    must(whole.complaint() == pieces.complaint());

    const auto line = "x," + csv::field(bytes);
    csv::Records written{line, ','};
    must(rest_of(written) == Table{{"x", std::string{bytes}}});
    (void)csv::separator_of(bytes);
}
